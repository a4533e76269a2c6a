/** Choosing between models on held-out data. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { DataSet } from '../../src/training/fit/data-set.ts';
import { decidingLoss, type Fit } from '../../src/training/fit/fit-result.ts';
import type { FittedModel } from '../../src/training/loop/growth.ts';

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
