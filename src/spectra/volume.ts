/** The volume of a finite lattice. */
import { determinant } from '../lattice/integer.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { cellCount } from '../lattice/linear-size.ts';

/** Length, area or volume in powers of the lattice constant: cells times |det(a_1, …)|. */
export function volumeOf({ primitiveVectors, spec }: Lattice): number {
  return cellCount(spec.size) * Math.abs(determinant(primitiveVectors));
}
