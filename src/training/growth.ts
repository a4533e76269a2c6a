/** Block by block: a deep model starts where a shallower one has arrived. */
import type { EffectiveModel } from '../effective/model.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { bestOf, type FittedModel } from './best-of.ts';
import type { DataSet } from './data-set.ts';
import { decidingLoss, type Fit } from './fit-result.ts';

/** A larger model that starts as the same function, or close to it; where it may go depends on random numbers. The argument stays. */
export type Grow = (model: EffectiveModel, random: RandomStream) => EffectiveModel;

/** Grows a fitted model `starts` times, fits all, and returns the best: `fitted` itself where growth gained nothing on held-out samples. */
export function growAndFit(
  fitted: FittedModel,
  grow: Grow,
  starts: number,
  data: DataSet,
  train: Fit,
  random: RandomStream,
): FittedModel {
  const grown = bestOf(
    Array.from({ length: starts }, () => grow(fitted.model, random)),
    data,
    train,
  );
  const { effectiveEvaluations } = grown.result;
  return decidingLoss(grown.result) < decidingLoss(fitted.result)
    ? grown
    : { model: fitted.model, result: { ...fitted.result, effectiveEvaluations } };
}
