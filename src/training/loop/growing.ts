/** Growth of the model of a training. */
import type { EffectiveModel } from '../../effective/model.ts';
import { decidingSamples } from '../fit/fit-result.ts';
import { evaluateLoss } from '../fit/loss.ts';
import { asDataSet } from './experience.ts';
import { type Grow, growAndFit } from './growth.ts';
import { LOSS_GAIN, type TrainingSetup, type TrainingState } from './training-state.ts';

/** Replaces the model by a larger one, if that gains anything on the data there are. */
export function growModel(
  state: TrainingState,
  growth: readonly Grow[],
  { exact, train, random }: TrainingSetup,
): void {
  const { temperature } = exact.parameters;
  const data = asDataSet(state.experience, temperature);
  state.fitted = growAndFit(state.fitted, growth, temperature, data, train, random);
  state.effectiveEvaluations += state.fitted.result.effectiveEvaluations;
  state.bestAcceptance = 0;
  state.idleGenerations = 0;
}

/** How much worse a model that was grown afresh may seem: the other was chosen by its held-out loss in every generation, and looks better there than it is. */
const FLATTERY = 0.1;

/**
 * Grows the first model once more, on all data: what was grown on few data sits in a poor minimum. The result replaces the model unless it is clearly worse on
 * training and held-out samples. Returns whether the held-out loss gained; never so for models that do not grow.
 */
export function growAfresh(
  state: TrainingState,
  first: EffectiveModel,
  growth: readonly Grow[],
  setup: TrainingSetup,
): boolean {
  if (growth.length === 0) return false;
  const { temperature } = setup.exact.parameters;
  const data = asDataSet(state.experience, temperature);
  const incumbent = state.fitted;
  const result = setup.train(first, data, 'near');
  state.effectiveEvaluations += result.effectiveEvaluations;
  state.fitted = { model: first, result };
  growModel(state, growth, setup);
  const { training, heldOut = training } = state.fitted.result;
  const options = { temperature, forceWeight: heldOut.forceWeight };
  const [trainingBefore, heldOutBefore] = [data.training, decidingSamples(data)].map(
    (samples) => evaluateLoss(incumbent.model, samples, options).total,
  );
  if (training.total + heldOut.total > (1 + FLATTERY) * (trainingBefore + heldOutBefore)) state.fitted = incumbent;
  return heldOut.total < (1 - LOSS_GAIN) * heldOutBefore;
}
