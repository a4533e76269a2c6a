/** Sums of models, term by term. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { SumOfModels } from '../../effective/sum.ts';
import type { DataSet, TrainingSample } from './data-set.ts';

/**
 * Fits the cheapest term of a sum to what the others, as they are, leave of the data: they are evaluated once instead of at every step. `train` gets
 * the term and the data that are left. Afterwards a fit of the whole sum has little left to do.
 */
export function fitCheapestTerm(
  sum: SumOfModels,
  { training, heldOut }: DataSet,
  train: (term: EffectiveModel, data: DataSet) => void,
): void {
  const { model, at } = sum.terms.reduce((cheapest, term) => (term.model.cost < cheapest.model.cost ? term : cheapest));
  const left = (sample: TrainingSample) => withoutOthers(sum, model, sample);
  train(model, { training: training.map(left), heldOut: heldOut.map(left) });
  sum.parameters[0] += model.parameters[0];
  model.parameters[0] = 0;
  sum.parameters.set(model.parameters.subarray(1), at);
}

/** The sum is evaluated first: that is when its terms get their parameters. */
function withoutOthers(sum: EffectiveModel, term: EffectiveModel, sample: TrainingSample): TrainingSample {
  const [force, own] = [new Float64Array(sample.spins.length), new Float64Array(sample.spins.length)];
  const others = sum.energyAndForce(sample.spins, force) - term.energyAndForce(sample.spins, own);
  const freeEnergy = sample.freeEnergy - others;
  if (!sample.force) return { ...sample, freeEnergy };
  return { ...sample, freeEnergy, force: sample.force.map((exact, c) => exact - (force[c] - own[c])) };
}
