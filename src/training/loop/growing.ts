/** Growth of the model of a training. */
import type { EffectiveModel } from '../../effective/model.ts';
import { currentDecidingLoss, decidingLoss } from '../fit/fit-result.ts';
import { asDataSet } from './experience.ts';
import { type Grow, growAndFit } from './growth.ts';
import { LOSS_GAIN, type TrainingSetup, type TrainingState } from './training-state.ts';

/** Replaces the model by a larger one, if that gains anything on the data there are. */
export function growModel(
  state: TrainingState,
  grow: Grow,
  { exact, train, random }: TrainingSetup,
  starts: number,
): void {
  const { temperature } = exact.parameters;
  const data = asDataSet(state.experience, temperature);
  state.fitted = growAndFit(state.fitted, grow, { starts, temperature }, data, train, random);
  state.effectiveEvaluations += state.fitted.result.effectiveEvaluations;
  state.bestAcceptance = 0;
  state.idleGenerations = 0;
}

/**
 * Grows the first model once more, on all data: what was grown on few data may sit in a poor minimum. Returns whether that gained; never so for models
 * that do not grow.
 */
export function growAfresh(
  state: TrainingState,
  first: EffectiveModel,
  growth: readonly Grow[],
  setup: TrainingSetup,
  starts: number,
): boolean {
  if (growth.length === 0) return false;
  const { temperature } = setup.exact.parameters;
  const data = asDataSet(state.experience, temperature);
  const incumbent = state.fitted;
  const result = setup.train(first, data, 'near');
  state.effectiveEvaluations += result.effectiveEvaluations;
  state.fitted = { model: first, result };
  for (const grow of growth) growModel(state, grow, setup, starts);
  const { total, forceWeight } = decidingLoss(state.fitted.result);
  const gained = total < (1 - LOSS_GAIN) * currentDecidingLoss(incumbent.model, data, { temperature, forceWeight });
  if (!gained) state.fitted = incumbent;
  return gained;
}
