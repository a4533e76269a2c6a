/** The lattice as the rest of the library uses it: sites, bonds by shell, and the operations that map it to itself. */
import type { Disorder } from './disorder/disorder.ts';
import type { Realisation } from './disorder/realisation.ts';
import type { LatticeKind } from './kinds/index.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';

/** How a direction of the lattice ends. */
export type Boundary = 'periodic' | 'open';

/** A hopping of a lattice of your own: from site `from` of every cell to site `to` of the cell that is `cell` away. */
export interface OwnBond {
  readonly from: number;
  readonly to: number;
  /** One whole number per direction. */
  readonly cell: readonly number[];
  /** t: the matrix element (from, to) is −t e^{2πi phase}, (to, from) its conjugate. */
  readonly hopping: number;
  /** In units of 2π; 0 where left out. */
  readonly phase?: number;
}

/** A lattice of your own. */
export interface OwnLattice {
  /** As many vectors as directions, Cartesian. */
  readonly primitiveVectors: readonly (readonly number[])[];
  /** The sites of a cell, in units of primitive vectors, from 0 up to 1. */
  readonly basis: readonly (readonly number[])[];
  /** The hopping, bond by bond, instead of that by neighbour shell. */
  readonly bonds?: readonly OwnBond[] | undefined;
}

/** What a user chooses; the same keys as `[lattice]` of a spec. */
export interface LatticeSpec {
  /** A built-in kind, or "own". */
  readonly kind: LatticeKind | (string & {});
  /** Unit cells per direction; or, row by row, the vectors of a supercell in units of primitive vectors. */
  readonly size: readonly number[] | readonly (readonly number[])[];
  /** How each direction ends; periodic where left out. */
  readonly boundary?: readonly Boundary[] | undefined;
  /** Phase across a periodic boundary, in units of 2π; 0 where left out. */
  readonly twist?: readonly number[] | undefined;
  /** See `OwnLattice`, as `basis` and `bonds`: for kind "own". */
  readonly primitiveVectors?: readonly (readonly number[])[] | undefined;
  readonly basis?: readonly (readonly number[])[] | undefined;
  readonly bonds?: readonly OwnBond[] | undefined;
  /** What is missing or differs from place to place. */
  readonly disorder?: Disorder | undefined;
}

/** A spec with the boundary and the twist of every direction. */
export interface CompleteLatticeSpec extends LatticeSpec {
  readonly boundary: readonly Boundary[];
  readonly twist: readonly number[];
}

/** The same with the sites in a grid of cells along the primitive vectors of the lattice, which are others than the given ones where the cluster is tilted. */
export interface LatticeGrid extends CompleteLatticeSpec {
  readonly size: readonly number[];
  /** The supercell vectors of a tilted cluster, as given. */
  readonly supercell?: readonly (readonly number[])[];
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
  /** What disorder adds to t; nothing where left out. */
  readonly change?: number;
}

/** A bond with its t; `turns` has the phase that it was given. */
export interface HoppingBond extends Bond {
  readonly hopping: number;
}

/** A finite lattice of N sites with its bonds by shell; lengths in lattice constants. */
export interface Lattice {
  /** The spec with every default filled in, and the grid of cells by which sites are numbered. */
  readonly spec: LatticeGrid;
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
  /** What disorder has made of it: sites and spins that are missing keep their numbers, and have no bonds and the spin 0. Undefined without disorder. */
  readonly realisation?: Realisation | undefined;
  /** The number of every site in the grid of cells, where it is another than its own: where vacancies have been left out. */
  readonly gridSites?: Int32Array | undefined;
  /** Bonds of neighbour shell s = 1, 2, … between sites that are there: an orbit of displacements of the infinite lattice, ordered by length. */
  bonds(shell: number): readonly Bond[];
  /** The bonds that the spec lists itself, laid out in every cell. */
  readonly ownBonds: readonly HoppingBond[];
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
