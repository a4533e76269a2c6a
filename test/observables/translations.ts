/** Periodic images of a lattice, from its spec alone. */
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';

/** Vectors after which a lattice repeats, along periodic directions, as many as bring any site near to any other. */
export function translations({ kind, size, boundary }: LatticeSpec): number[][] {
  const { primitiveVectors, dimension } = createLattice({ kind, size: size.map(() => 1) });
  const rows = size.map((row, d) => (typeof row === 'number' ? size.map((_, e) => (d === e ? row : 0)) : row));
  const periods = rows.map((row) =>
    primitiveVectors[0].map((_, c) => row.reduce((sum, n, d) => sum + n * primitiveVectors[d][c], 0)),
  );
  return Array.from({ length: 7 ** dimension }, (_, index) =>
    periods.map((_, d) => (Math.floor(index / 7 ** d) % 7) - 3),
  )
    .filter((counts) => counts.every((count, d) => count === 0 || boundary?.[d] !== 'open'))
    .map((counts) => periods[0].map((_, c) => counts.reduce((sum, n, d) => sum + n * periods[d][c], 0)));
}
