/** An infinite lattice in integers, so that positions are compared and equal lengths are found exactly. */

/** Column d of an integer matrix in primitive coordinates is where primitive vector d goes. */
export type IntegerMatrix = readonly (readonly number[])[];

/** An operation of the space group: about the centre of the lattice by `matrix`, then by `shift`. */
export interface Operation {
  readonly matrix: IntegerMatrix;
  /** A difference of points, such as half a primitive vector of a glide; none where left out. */
  readonly shift?: readonly number[];
}

/** A Bravais lattice with a basis and its space group. */
export interface InfiniteLattice {
  /** The dimension, 1, 2 or 3. */
  readonly dimension: number;
  /** The primitive vectors, Cartesian, lattice constant 1. */
  readonly primitiveVectors: readonly (readonly number[])[];
  /** Points are integers in units of primitive vectors divided by this. */
  readonly scale: number;
  /** Points of the sites of cell 0; components from 0 to scale − 1. */
  readonly basis: readonly (readonly number[])[];
  /** Integer Gram matrix of the primitive vectors, up to a factor. */
  readonly gram: IntegerMatrix;
  /** The point that operations are about; those without a shift leave it in place. */
  readonly centre: readonly number[];
  /** Operations that generate the space group, together with translations by primitive vectors. */
  readonly generators: readonly Operation[];
  /** Elementary plaquettes in the area of a planar cell: the smallest rings of nearest neighbours. 1, the cell itself, where left out. */
  readonly plaquettes?: number;
  /** The lattice in the primitive vectors that a tilted cluster is given in, and the matrices that take points from there and back. Its shells have the numbers that they have there. */
  readonly given?: {
    readonly infinite: InfiniteLattice;
    readonly toGrid: IntegerMatrix;
    readonly fromGrid: IntegerMatrix;
  };
}
