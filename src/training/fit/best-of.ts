/** Choosing between models on held-out data. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { DataSet } from './data-set.ts';
import { decidingLoss, type Fit, type FitResult } from './fit-result.ts';

export interface FittedModel {
  readonly model: EffectiveModel;
  readonly result: FitResult;
}

/** Fits every candidate and returns the one with the least loss on held-out samples; the first of equals. */
export function bestOf(candidates: Iterable<EffectiveModel>, data: DataSet, train: Fit): FittedModel {
  let best: FittedModel | undefined;
  let effectiveEvaluations = 0;
  for (const model of candidates) {
    const result = train(model, data, 'rough');
    effectiveEvaluations += result.effectiveEvaluations;
    if (!best || decidingLoss(result).total < decidingLoss(best.result).total) best = { model, result };
  }
  if (!best) throw new Error('bestOf needs a candidate');
  return { model: best.model, result: { ...best.result, effectiveEvaluations } };
}
