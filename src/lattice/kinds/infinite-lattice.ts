/** An infinite lattice in integers, so that positions are compared and equal lengths are found exactly. */

/** Column d of an integer matrix in primitive coordinates is where primitive vector d goes. */
export type IntegerMatrix = readonly (readonly number[])[];

/** A Bravais lattice with a basis and its point group. `createLattice` takes one of these for a lattice of your own, and checks it. */
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
  /** A point that every operation of the point group leaves in place. */
  readonly centre: readonly number[];
  /** Matrices that generate the point group; rows by columns. */
  readonly generators: readonly IntegerMatrix[];
}
