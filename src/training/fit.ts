/** The way of fitting that suits a model. */
import type { EffectiveModel } from '../effective/model.ts';
import type { DataSet } from './data-set.ts';
import type { FitResult } from './fit-result.ts';
import { type LevenbergMarquardtOptions, levenbergMarquardt } from './levenberg-marquardt.ts';
import { fitLinear } from './linear-fit.ts';

/** Closed form for linear models, Levenberg-Marquardt for all others, from the parameters that the model has. */
export function fitModel(model: EffectiveModel, data: DataSet, options: LevenbergMarquardtOptions): FitResult {
  return model.kind === 'linear' ? fitLinear(model, data, options) : levenbergMarquardt(model, data, options);
}
