/** The built-in lattices by name: a new one is its file and a line here, from which specs, checks and documentation follow. */
import { bcc } from './bcc.ts';
import { chain } from './chain.ts';
import { checkerboard } from './checkerboard.ts';
import { cubic } from './cubic.ts';
import { fcc } from './fcc.ts';
import { honeycomb } from './honeycomb.ts';
import type { InfiniteLattice } from './infinite-lattice.ts';
import { kagome } from './kagome.ts';
import { lieb } from './lieb.ts';
import { pyrochlore } from './pyrochlore.ts';
import { shastrySutherland } from './shastry-sutherland.ts';
import { square } from './square.ts';
import { triangular } from './triangular.ts';

export const kinds = {
  square,
  chain,
  triangular,
  honeycomb,
  kagome,
  cubic,
  checkerboard,
  'shastry-sutherland': shastrySutherland,
  lieb,
  pyrochlore,
  bcc,
  fcc,
} as const satisfies Readonly<Record<string, InfiniteLattice>>;

/** The names of the built-in lattices. */
export type LatticeKind = keyof typeof kinds;

/** The names in the order of the documentation. */
export const LATTICE_KINDS = Object.keys(kinds) as [LatticeKind, ...LatticeKind[]];
