/** The built-in lattices by name: a new one is its file and a line here, from which specs, checks and documentation follow. */
import { chain } from './chain.ts';
import { cubic } from './cubic.ts';
import { honeycomb } from './honeycomb.ts';
import type { InfiniteLattice } from './infinite-lattice.ts';
import { kagome } from './kagome.ts';
import { square } from './square.ts';
import { triangular } from './triangular.ts';

export const kinds = {
  square,
  chain,
  triangular,
  honeycomb,
  kagome,
  cubic,
} as const satisfies Readonly<Record<string, InfiniteLattice>>;

/** The names of the built-in lattices. */
export type LatticeKind = keyof typeof kinds;

/** The names in the order of the documentation. */
export const LATTICE_KINDS = Object.keys(kinds) as [LatticeKind, ...LatticeKind[]];
