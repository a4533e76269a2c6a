/** Wave vectors of waves from cell to cell: of electrons, and of spins where a cell has one site. */
import type { Lattice } from './lattice.ts';
import { reciprocalVectors } from './reciprocal.ts';
import { cells } from './sites.ts';

/**
 * All wave vectors that are periodic on the lattice, each modulo reciprocal vectors: Cartesian, `dimension` numbers each, the first direction fastest.
 *
 * k = Σ_d (n_d/L_d) b_d with a_i·b_j = 2πδ_ij and n_d = 0 … L_d − 1; only n_d = 0 along open directions. A twist does not
 * enter: it belongs to the electrons. Structure factors of several sites per cell need more, `structureFactorWaveNumbers`.
 */
export function momenta(lattice: Lattice): Float64Array {
  const { spec, dimension } = lattice;
  const reciprocal = reciprocalVectors(lattice);
  const counts = spec.size.map((length, d) => (spec.boundary[d] === 'periodic' ? length : 1));
  const components = Array.from({ length: dimension }, (_, c) => c);
  const momentum = (n: readonly number[]) =>
    components.map((c) => n.reduce((sum, m, d) => sum + (m / spec.size[d]) * reciprocal[d][c], 0));
  return Float64Array.from(cells(counts).flatMap(momentum));
}
