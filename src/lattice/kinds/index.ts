/** All lattices by name; a new one is a new file and a line here. */
import type { LatticeKind } from '../lattice.ts';
import { chain } from './chain.ts';
import { cubic } from './cubic.ts';
import { honeycomb } from './honeycomb.ts';
import type { InfiniteLattice } from './infinite-lattice.ts';
import { kagome } from './kagome.ts';
import { square } from './square.ts';
import { triangular } from './triangular.ts';

export const kinds: Readonly<Record<LatticeKind, InfiniteLattice>> = {
  chain,
  square,
  triangular,
  honeycomb,
  kagome,
  cubic,
};
