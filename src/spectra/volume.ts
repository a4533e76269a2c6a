/** The volume of a finite lattice. */
import type { Lattice } from '../lattice/lattice.ts';

/** Length, area or volume in powers of the lattice constant: cells times |det(a_1, …)|. */
export function volumeOf({ primitiveVectors, siteCount, basisCount }: Lattice): number {
  return (siteCount / basisCount) * Math.abs(determinant(primitiveVectors));
}

/** Of 1 × 1 to 3 × 3 matrices, along the first row. */
function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 1) return rows[0][0];
  return rows[0].reduce((sum, value, c) => {
    const minor = rows.slice(1).map((row) => row.filter((_, d) => d !== c));
    return sum + (c % 2 === 0 ? value : -value) * determinant(minor);
  }, 0);
}
