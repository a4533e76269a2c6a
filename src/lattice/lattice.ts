/** The lattice as the rest of the library uses it: sites, bonds by shell, and the operations that map it to itself. */
import type { LatticeKind } from './kinds/index.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';

/** How a direction of the lattice ends. */
export type Boundary = 'periodic' | 'open';

/** What a user chooses; the same keys as `[lattice]` of a spec. */
export interface LatticeSpec {
  /** A built-in kind, or the name of a lattice of your own. */
  readonly kind: LatticeKind | (string & {});
  /** Unit cells per direction. */
  readonly size: readonly number[];
  /** How each direction ends; periodic where left out. */
  readonly boundary?: readonly Boundary[];
  /** Phase across a periodic boundary, in units of 2π; 0 where left out. */
  readonly twist?: readonly number[];
}

/** One undirected bond i → j. Self-bonds (i = j) and repeated pairs are kept: on small tori their contributions add. */
export interface Bond {
  /** Number of the first site. */
  readonly from: number;
  /** Number of the second site. */
  readonly to: number;
  /** Phase θ picked up by hopping from → to, in units of 2π: the matrix element (from, to) is −t e^{2πiθ}. */
  readonly turns: number;
  /** Cartesian displacement on the infinite lattice, in lattice constants. */
  readonly displacement: readonly number[];
}

/** A finite lattice of N sites with its bonds by shell; lengths in lattice constants. */
export interface Lattice {
  /** The spec with every default filled in. */
  readonly spec: Required<LatticeSpec>;
  /** The infinite lattice that this is a part of. */
  readonly infinite: InfiniteLattice;
  /** The dimension, 1, 2 or 3. */
  readonly dimension: number;
  /** Number of sites N. */
  readonly siteCount: number;
  /** Sites per unit cell. */
  readonly basisCount: number;
  /** Cartesian positions, `dimension` numbers a site; site i = b + basisCount·(x + L_x·(y + L_y·z)). */
  readonly positions: Float64Array;
  /** `dimension` primitive vectors, Cartesian, lattice constant 1. */
  readonly primitiveVectors: readonly (readonly number[])[];
  /** Bonds of neighbour shell s = 1, 2, …: an orbit of displacements of the infinite lattice, ordered by length. */
  bonds(shell: number): readonly Bond[];
  /**
   * The shells with a shortest displacement between two sites, "all" of a spec. Ascending, with gaps: on the 6 × 6 torus
   * (3, 3) is shell 11, while (4, 0) and (4, 1), shells 9 and 10, are longer ways to what (2, 0) and (2, 1) reach.
   */
  readonly minimalImageShells: readonly number[];
}

/** A site permutation that maps the lattice with its boundaries and twist to itself: site i goes to image[i]. */
export interface SymmetryOperation {
  /** Coordinate triplet as in "-y,x", or the translation in words. */
  readonly name: string;
  /** Site i goes to site image[i]; N entries. */
  readonly image: Int32Array;
}
