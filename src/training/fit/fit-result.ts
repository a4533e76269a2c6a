/** What every way of fitting returns. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { DataSet, TrainingSample } from './data-set.ts';
import type { CountedModel } from './evaluations.ts';
import { evaluateLoss, type Loss, type LossOptions } from './loss.ts';

/** What a fit has come to. */
export interface FitResult {
  readonly method: 'closed-form' | 'levenberg-marquardt' | 'adamw';
  /** Loss over the training samples, of the parameters that were kept. */
  readonly training: Loss;
  /** Loss over the samples held out; undefined when there are none. */
  readonly heldOut?: Loss;
  /** Steps tried. */
  readonly iterations: number;
  /** Step after which the kept parameters were reached. */
  readonly bestIteration: number;
  /** Evaluations of the effective model. */
  readonly effectiveEvaluations: number;
}

/**
 * Where the parameters of a fit come from. near: from a fit to most of these data, so that little is left to do. rough: from anywhere else. draft: from
 * anywhere else too, but the model is about to grow, and what is left to do is done after that.
 */
export type FitStart = 'rough' | 'near' | 'draft';

/** A way of fitting: leaves the best parameters it finds in the model. */
export type Fit = (model: EffectiveModel, data: DataSet, start: FitStart) => FitResult;

/** The samples that decide between candidates: those held out, or all where none are. */
export function decidingSamples({ training, heldOut }: DataSet): readonly TrainingSample[] {
  return heldOut.length > 0 ? heldOut : training;
}

/** The loss over the deciding samples. */
export function decidingLoss({ training, heldOut }: Pick<FitResult, 'training' | 'heldOut'>): Loss {
  return heldOut ?? training;
}

/** The deciding loss of the parameters that the model has now. */
export function currentDecidingLoss(model: EffectiveModel, data: DataSet, options: LossOptions): number {
  return evaluateLoss(model, decidingSamples(data), options).total;
}

/** Lets E_0 absorb the mean residual of the training samples and evaluates what was reached. */
export function concludeFit(
  model: CountedModel,
  data: DataSet,
  options: LossOptions,
  steps: Pick<FitResult, 'method' | 'iterations' | 'bestIteration'>,
): FitResult {
  const before = evaluateLoss(model, data.training, options);
  model.parameters[0] += options.temperature * before.mean;
  const heldOut = data.heldOut.length > 0 ? { heldOut: evaluateLoss(model, data.heldOut, options) } : {};
  return { ...steps, training: { ...before, mean: 0 }, ...heldOut, effectiveEvaluations: model.evaluations() };
}
