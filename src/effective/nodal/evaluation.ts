/** The energy of a nodal model, its forces and its gradient, from spins. */
import type { EffectiveModel } from '../model.ts';
import { nodalHamiltonian } from './hamiltonian.ts';
import type { Workspace } from './nodal-workspace.ts';
import { shellSums } from './shell-sums.ts';
import { vectorTransforms } from './steps.ts';
import { scaleRows } from './wave-rows.ts';

export type Evaluation = Pick<EffectiveModel, 'energy' | 'energyAndForce' | 'energyAndGradient'>;

/** The evaluation of a nodal model. `theta`: live, in the order of `nodalModel`. Inside, sites are sorted by groups. */
export function nodalEvaluation(w: Workspace, theta: Float64Array): Evaluation {
  const { space, arrays } = w;
  const { siteOrder, halfCoupling } = space;
  const { sortedSpins, scaledSpins, spinWaves, smearedWaves, smeared, slope, smearedSlope, slopeWaves } = arrays;
  const shellCount = space.shells.length;
  const weightsAt = shellCount + 1;
  const levelsAt = 2 * weightsAt;
  const sums = shellSums(space, theta.subarray(0, levelsAt));
  const determinant = nodalHamiltonian(w, theta.subarray(levelsAt));
  const { toWaves, toSites } = vectorTransforms(w);
  const spinsToWaves = toWaves(sortedSpins, spinWaves);
  const smearedToSites = toSites(smearedWaves, smeared);
  const slopeToWaves = toWaves(smearedSlope, slopeWaves);
  const slopeToSites = toSites(slopeWaves, smearedSlope);

  function load(spins: Float64Array): void {
    for (let i = 0; i < siteOrder.length; i++)
      for (let c = 0; c < 3; c++) {
        const value = spins[3 * siteOrder[i] + c];
        sortedSpins[4 * i + c] = value;
        scaledSpins[4 * i + c] = halfCoupling * value;
      }
    sums.update();
    spinsToWaves();
    scaleRows(sums.smearing, spinWaves, 4, smearedWaves);
    smearedToSites();
    slope.fill(0);
    smearedSlope.fill(0);
  }

  const linearForm = () => theta[0] - sums.exchange(spinWaves);

  /** From the derivatives in s and in smeared spins, those in waves. */
  function storeForce(force: Float64Array): void {
    slopeToWaves();
    sums.toForce(slopeWaves, spinWaves);
    slopeToSites();
    for (let i = 0; i < siteOrder.length; i++)
      for (let c = 0; c < 3; c++)
        force[3 * siteOrder[i] + c] = smearedSlope[4 * i + c] - halfCoupling * slope[4 * i + c];
  }

  return {
    energy(spins) {
      load(spins);
      return linearForm() + determinant.energy();
    },
    energyAndForce(spins, force) {
      load(spins);
      const energy = linearForm() + determinant.energyAndSlope();
      storeForce(force);
      return energy;
    },
    energyAndGradient(spins, gradient) {
      load(spins);
      const energy = linearForm() + determinant.energyAndGradient(gradient.subarray(levelsAt));
      slopeToWaves();
      gradient[0] = 1;
      for (let s = 1; s <= shellCount; s++) gradient[s] = -sums.bondSum(s, spinWaves, spinWaves) / 2;
      for (let s = 0; s <= shellCount; s++)
        gradient[weightsAt + s] = halfCoupling * sums.bondSum(s, spinWaves, slopeWaves);
      return energy;
    },
  };
}
