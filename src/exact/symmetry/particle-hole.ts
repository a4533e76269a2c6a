/** Whether half filling is at μ = 0 by symmetry. */
import { pointGroupOfTorus } from '../../lattice/symmetry.ts';
import type { ClassicalParameters } from '../classical/term.ts';
import { hoppingMatrix } from '../hopping.ts';
import { classicalSymmetry } from './classical-symmetry.ts';
import { keepsRealisation } from './exact-symmetries.ts';
import { isGaugeEquivalent } from './gauge.ts';
import { spinOperations } from './spin-operations.ts';

/**
 * Whether spins in equal measure come with all levels reversed, so that at μ = 0 electrons and holes are equally many on average, whatever J, exchange and field are, and the other terms where they keep it: where the hopping matrix, moved by an operation on the
 * sites, is its negative or the complex conjugate of that up to a gauge transformation (exact-symmetries.ts). On two sublattices with hopping between them alone it is so without moving anything.
 */
export function particleHoleSymmetric(
  parameters: ClassicalParameters & { readonly hopping: readonly number[]; readonly flux?: number | undefined },
): boolean {
  const { lattice, hopping, flux } = parameters;
  const matrix = hoppingMatrix(lattice, hopping, flux);
  const classical = classicalSymmetry(parameters);
  const hasImproper = spinOperations(parameters, classical).some(({ improper }) => improper);
  // With T* the spins are turned, with T they are reflected.
  const choices = hasImproper ? [false, true] : [true];
  return pointGroupOfTorus(lattice).some(
    ({ image }) =>
      classical.keepsSites(image) &&
      keepsRealisation(lattice, image) &&
      choices.some((conjugated) => isGaugeEquivalent(matrix, image, { conjugated, negated: true })),
  );
}
