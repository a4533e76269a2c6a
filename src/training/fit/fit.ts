/** The way of fitting that suits a model. */
import type { EffectiveModel } from '../../effective/model.ts';
import { isSum, type SumOfModels } from '../../effective/sum.ts';
import { isSplit } from '../../effective/with-classical.ts';
import { adamW } from './adamw.ts';
import type { DataSet } from './data-set.ts';
import type { FitResult, FitStart } from './fit-result.ts';
import { levenbergMarquardt } from './levenberg-marquardt.ts';
import { fitLinear } from './linear-fit.ts';
import { FORCE_WEIGHT, type LossOptions } from './loss.ts';
import { fitCheapestTerm } from './term-fit.ts';
import { withoutClassical } from './without-classical.ts';

/** How models are fitted that are not linear in their parameters. */
export type FitMethod = 'levenberg-marquardt' | 'adamw';

export interface FitOptions extends LossOptions {
  /** The method for models that are not linear; "levenberg-marquardt" where left out. */
  readonly method?: FitMethod;
  /** Where the parameters come from; "rough" where left out. */
  readonly start?: FitStart;
  /** Seed of the order of samples (AdamW) and of the directions of forces (Levenberg-Marquardt); 0 where left out. */
  readonly seed?: number;
}

/** The electrons' part alone of models that add the spins' own energy. Closed form for linear models, the chosen method for all others, from the parameters that the model has. */
export function fitModel(model: EffectiveModel, data: DataSet, options: FitOptions): FitResult {
  if (isSplit(model)) return fitModel(model.electrons, withoutClassical(data, model.classical), options);
  const { method, ...loss } = { forceWeight: suitableForceWeight(model, data.training.length), ...options };
  if (model.kind === 'linear') return fitLinear(model, data, loss);
  if (isSum(model) && options.start !== 'near') return fitSum(model, data, options);
  return method === 'adamw' ? adamW(model, data, loss) : levenbergMarquardt(model, data, loss);
}

/** The cheapest term alone, then all together from near. */
function fitSum(sum: SumOfModels, data: DataSet, options: FitOptions): FitResult {
  let effectiveEvaluations = 0;
  fitCheapestTerm(sum, data, (term, left) => {
    effectiveEvaluations += fitModel(term, left, options).effectiveEvaluations;
  });
  const result = fitModel(sum, data, { ...options, start: 'near' });
  return { ...result, effectiveEvaluations: effectiveEvaluations + result.effectiveEvaluations };
}

/**
 * Forces determine what few energies leave open, but what a model cannot describe distorts it more through forces, which weigh short wavelengths: once energies
 * are many they should decide alone. For linear models that is late, at tens of samples per parameter; a transformer with 70 parameters is
 * better off without forces from 300 samples on (held-out variance at 6 × 6, T = 0.05, 1000 samples: 0.30 without, 0.87 with the full weight).
 */
function suitableForceWeight(model: EffectiveModel, sampleCount: number): number {
  const scarcity = Math.min(1, model.parameters.length / sampleCount);
  if (model.kind === 'linear') return FORCE_WEIGHT * Math.min(1, 30 * scarcity);
  return scarcity < 0.25 ? 0 : FORCE_WEIGHT * scarcity * scarcity;
}
