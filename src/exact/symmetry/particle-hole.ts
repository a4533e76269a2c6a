/** Whether half filling is at μ = 0 by symmetry. */
import type { Lattice } from '../../lattice/lattice.ts';
import { pointGroupOfTorus } from '../../lattice/symmetry.ts';
import { hoppingMatrix } from '../hopping.ts';
import { isGaugeEquivalent } from './gauge.ts';

/**
 * Whether spins in equal measure come with all levels reversed, so that at μ = 0 electrons and holes are equally many on average, whatever J, exchange and field are: where the hopping matrix, moved by an operation on the
 * sites, is its negative or the complex conjugate of that up to a gauge transformation (exact-symmetries.ts). On two sublattices with hopping between them alone it is so without moving anything.
 */
export function particleHoleSymmetric(lattice: Lattice, hopping: readonly number[], flux?: number): boolean {
  const matrix = hoppingMatrix(lattice, hopping, flux);
  return pointGroupOfTorus(lattice).some(({ image }) =>
    [false, true].some((conjugated) => isGaugeEquivalent(matrix, image, { conjugated, negated: true })),
  );
}
