/** The energy of a nodal model, its forces and its gradient, from spins. */
import type { EffectiveModel } from '../model.ts';
import { nodalHamiltonian } from './hamiltonian.ts';
import type { NodalSpace } from './setup.ts';

export type Evaluation = Pick<EffectiveModel, 'energy' | 'energyAndForce' | 'energyAndGradient'>;

/** The evaluation of a nodal model. `theta`: live, in the order of `nodalModel`. Inside, sites are sorted by groups. */
export function nodalEvaluation(space: NodalSpace, theta: Float64Array): Evaluation {
  const { groups, shellSums, halfCoupling } = space;
  const shellCount = space.shells.length;
  const siteCount = groups.siteOrder.length;
  const weightsAt = shellCount + 1;
  const levelsAt = 2 * weightsAt;
  const weights = theta.subarray(weightsAt, levelsAt);
  const determinant = nodalHamiltonian(space, theta.subarray(levelsAt));
  const vector = () => new Float64Array(3 * siteCount);
  const [sorted, scaled, smeared, slope, smearedSlope] = [vector(), vector(), vector(), vector(), vector()];
  const sums = [sorted, ...space.shells].map(vector);

  function load(spins: Float64Array): void {
    for (let i = 0; i < siteCount; i++)
      for (let c = 0; c < 3; c++) sorted[3 * i + c] = spins[3 * groups.siteOrder[i] + c];
    shellSums.apply(sorted, sums);
    for (let c = 0; c < sorted.length; c++) scaled[c] = halfCoupling * sorted[c];
    smeared.fill(0);
    addCombination(weights, sums, halfCoupling, smeared);
    slope.fill(0);
    smearedSlope.fill(0);
  }

  /** Every bond is in the sums of both its sites. */
  const bondSum = (shell: number) => dot(sorted, sums[shell]) / 2;

  function linearForm(): number {
    let energy = theta[0];
    for (let s = 1; s <= shellCount; s++) energy -= theta[s] * bondSum(s);
    return energy;
  }

  return {
    energy(spins) {
      load(spins);
      return linearForm() + determinant.energy(scaled, smeared);
    },
    energyAndForce(spins, force) {
      load(spins);
      const energy = linearForm() + determinant.energyAndSlope(scaled, smeared, slope, smearedSlope);
      shellSums.addBack(weights, smearedSlope, slope);
      for (let c = 0; c < slope.length; c++) slope[c] *= -halfCoupling;
      for (let s = 1; s <= shellCount; s++) addScaled(theta[s], sums[s], slope);
      for (let i = 0; i < siteCount; i++)
        for (let c = 0; c < 3; c++) force[3 * groups.siteOrder[i] + c] = slope[3 * i + c];
      return energy;
    },
    energyAndGradient(spins, gradient) {
      load(spins);
      const levels = gradient.subarray(levelsAt);
      const energy = linearForm() + determinant.energyAndGradient(scaled, smeared, levels, smearedSlope);
      gradient[0] = 1;
      for (let s = 1; s <= shellCount; s++) gradient[s] = -bondSum(s);
      for (let s = 0; s <= shellCount; s++) gradient[weightsAt + s] = halfCoupling * dot(smearedSlope, sums[s]);
      return energy;
    },
  };
}

/** out += factor Σ_s w_s v_s. */
function addCombination(
  weights: Float64Array,
  vectors: readonly Float64Array[],
  factor: number,
  out: Float64Array,
): void {
  for (let s = 0; s < weights.length; s++) addScaled(factor * weights[s], vectors[s], out);
}

function addScaled(factor: number, vector: Float64Array, out: Float64Array): void {
  for (let c = 0; c < out.length; c++) out[c] += factor * vector[c];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c] * b[c];
  return sum;
}
