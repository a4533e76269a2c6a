/** The acceptance of proposals that are independent of where they start, from existing samples of the exact ensemble. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { decorrelatedPlan, innerChain } from '../../src/sampling/inner/inner-chain.ts';
import { acceptanceProbability } from '../../src/sampling/moves/metropolis.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import type { TrainingSample } from '../../src/training/fit/data-set.ts';
import { type Combined, mean } from './seeds.ts';

/** The number of advances of the inner chain before the first proposal. */
const WARM_UP = 50;

/**
 * The mean of min(1, w(S′)/w(S)) with w = W/W_eff over all pairs of a sample S of the exact ensemble and a proposal S′.
 *
 * It is the acceptance of a chain in equilibrium. A chain with a bad model never reaches equilibrium, nor does its acceptance; pairs resolve
 * small rates where a chain would be stuck, and every exact evaluation is used as often as there are samples.
 * The error is that of a U-statistic: the error of the mean over samples for each proposal, and that of the mean over proposals for each sample.
 */
export function pairedAcceptance(
  exact: SpinFermionModel,
  model: EffectiveModel,
  samples: readonly TrainingSample[],
  proposals: number,
  seed: number,
): Combined {
  const { temperature } = exact.parameters;
  const logImportance = (spins: Float64Array, logWeight: number) => logWeight + model.energy(spins) / temperature;
  const from = samples.map(({ spins, freeEnergy }) => logImportance(spins, -freeEnergy / temperature));
  const to = proposed(model, temperature, samples[0].spins, proposals, seed).map((spins) =>
    logImportance(spins, exact.logWeight(spins)),
  );
  const overSamples = Float64Array.from(to, (end) => mean(from.map((start) => acceptanceProbability(end - start))));
  const overProposals = Float64Array.from(from, (start) => mean(to.map((end) => acceptanceProbability(end - start))));
  const [first, second] = [overSamples, overProposals].map((series) => gammaAnalysis([series]));
  return { value: first.mean, error: Math.hypot(first.error, second.error) };
}

function proposed(
  effective: EffectiveModel,
  temperature: number,
  start: Float64Array,
  count: number,
  seed: number,
): Float64Array[] {
  const kernel = innerChain({ effective }, temperature, decorrelatedPlan({ effective }));
  const random = philoxStream(seed, 3);
  const spins = start.slice();
  for (let k = 0; k < WARM_UP; k++) {
    kernel.advance(spins, random);
    kernel.adapt?.();
  }
  return Array.from({ length: count }, () => {
    kernel.advance(spins, random);
    return spins.slice();
  });
}
