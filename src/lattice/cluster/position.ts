/** Where the sites of a cluster are drawn. */
import { adjugate, apply, cartesian, determinant, type IntegerVector, minus, times, transposed } from '../integer.ts';
import type { InfiniteLattice } from '../kinds/infinite-lattice.ts';
import type { LatticeGrid } from '../lattice.ts';

/** The Cartesian position of a point, on tilted clusters moved into the cell that the supercell vectors span. */
export function positionOf(infinite: InfiniteLattice, { supercell }: LatticeGrid, point: IntegerVector): number[] {
  const { given, scale } = infinite;
  if (!given || !supercell) return cartesian(infinite, point);
  const at = apply(given.fromGrid, point);
  const cells = determinant(supercell);
  // Components in units of supercell vectors: whole numbers over scale times cells.
  const components = apply(transposed(adjugate(supercell)), at);
  const counts = components.map((value) => Math.floor(value / (scale * cells)));
  return cartesian(given.infinite, minus(at, times(apply(transposed(supercell), counts), scale)));
}
