/** The volume of a finite lattice. */
import { determinant } from '../lattice/integer.ts';
import type { Lattice } from '../lattice/lattice.ts';

/** Length, area or volume in powers of the lattice constant: cells times |det(a_1, …)|. */
export function volumeOf({ primitiveVectors, siteCount, basisCount }: Lattice): number {
  return (siteCount / basisCount) * Math.abs(determinant(primitiveVectors));
}
