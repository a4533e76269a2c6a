/** Growth block by block: a deep model starts where a shallower one has ended. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { bestOf, type FittedModel } from '../fit/best-of.ts';
import type { DataSet } from '../fit/data-set.ts';
import { currentDecidingLoss, decidingLoss, type Fit } from '../fit/fit-result.ts';

/** A larger model that starts as the same function, or close to it; where it may go depends on random numbers. The argument stays. */
export type Grow = (model: EffectiveModel, random: RandomStream) => EffectiveModel;

/**
 * Grows a fitted model `starts` times, fits all, and returns the best: `fitted` itself where growth gained nothing on held-out samples,
 * by the loss that the fit of the grown models minimises.
 */
export function growAndFit(
  fitted: FittedModel,
  grow: Grow,
  { starts, temperature }: { readonly starts: number; readonly temperature: number },
  data: DataSet,
  train: Fit,
  random: RandomStream,
): FittedModel {
  const candidates = Array.from({ length: starts }, () => grow(fitted.model, random));
  const grown = bestOf(candidates, data, train);
  const { total, forceWeight } = decidingLoss(grown.result);
  if (total < currentDecidingLoss(fitted.model, data, { temperature, forceWeight })) return grown;
  const { effectiveEvaluations } = grown.result;
  return { model: fitted.model, result: { ...fitted.result, effectiveEvaluations } };
}
