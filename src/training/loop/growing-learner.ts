/** Growth of a learner's model. */
import type { EffectiveModel } from '../../effective/model.ts';
import { currentDecidingLoss, decidingLoss } from '../fit/fit-result.ts';
import { asDataSet } from './experience.ts';
import { type Grow, growAndFit } from './growth.ts';
import { type Learner, LOSS_GAIN, type School } from './learner.ts';

/** Replaces the model by a larger one, if that gains anything on the data there are. */
export function growLearner(learner: Learner, grow: Grow, { exact, train, random }: School, starts: number): void {
  const { temperature } = exact.parameters;
  const data = asDataSet(learner.experience, temperature);
  learner.fitted = growAndFit(learner.fitted, grow, { starts, temperature }, data, train, random);
  learner.effectiveEvaluations += learner.fitted.result.effectiveEvaluations;
  learner.bestAcceptance = 0;
  learner.idleGenerations = 0;
}

/**
 * Grows the first model once more, on all data: what was grown on few data may sit in a poor minimum. Whether that gained; never for models
 * that do not grow.
 */
export function growAfresh(
  learner: Learner,
  first: EffectiveModel,
  growth: readonly Grow[],
  school: School,
  starts: number,
): boolean {
  if (growth.length === 0) return false;
  const { temperature } = school.exact.parameters;
  const data = asDataSet(learner.experience, temperature);
  const incumbent = learner.fitted;
  const result = school.train(first, data, 'near');
  learner.effectiveEvaluations += result.effectiveEvaluations;
  learner.fitted = { model: first, result };
  for (const grow of growth) growLearner(learner, grow, school, starts);
  const { total, forceWeight } = decidingLoss(learner.fitted.result);
  const gained = total < (1 - LOSS_GAIN) * currentDecidingLoss(incumbent.model, data, { temperature, forceWeight });
  if (!gained) learner.fitted = incumbent;
  return gained;
}
