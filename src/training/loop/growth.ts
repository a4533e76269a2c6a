/** Growth block by block: a deep model starts where a shallower one has ended. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import type { DataSet } from '../fit/data-set.ts';
import { currentDecidingLoss, decidingLoss, type Fit, type FitResult } from '../fit/fit-result.ts';

/** A larger model that starts as the same function, or close to it; where it may go depends on random numbers. The argument stays. */
export type Grow = (model: EffectiveModel, random: RandomStream) => EffectiveModel;

/** A model with the fit that its parameters come from. */
export interface FittedModel {
  readonly model: EffectiveModel;
  readonly result: FitResult;
}

/**
 * Applies all steps of growth to a fitted model, with a draft of a fit after each and a whole one after the last. Returns the largest model, or `fitted` itself
 * where growth gained nothing.
 */
export function growAndFit(
  fitted: FittedModel,
  growth: readonly Grow[],
  temperature: number,
  data: DataSet,
  train: Fit,
  random: RandomStream,
): FittedModel {
  let { model, result } = fitted;
  let effectiveEvaluations = 0;
  for (const [index, grow] of growth.entries()) {
    model = grow(model, random);
    result = train(model, data, index < growth.length - 1 ? 'draft' : 'rough');
    effectiveEvaluations += result.effectiveEvaluations;
  }
  return whereBetter({ model, result: { ...result, effectiveEvaluations } }, fitted, temperature, data);
}

/** The grown model where it is better on held-out samples, by the loss that its fit minimises, else the other one; with the evaluations of the growth. */
export function whereBetter(grown: FittedModel, other: FittedModel, temperature: number, data: DataSet): FittedModel {
  const { total, forceWeight } = decidingLoss(grown.result);
  if (total < currentDecidingLoss(other.model, data, { temperature, forceWeight })) return grown;
  const { effectiveEvaluations } = grown.result;
  return { model: other.model, result: { ...other.result, effectiveEvaluations } };
}
