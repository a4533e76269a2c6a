/** The loss of a batch and its gradient, whole forces included. */
import type { EffectiveModel } from '../../effective/model.ts';
import { displace } from '../../spins/tangent.ts';
import { type TrainingSample, totalWeights, weightOf } from './data-set.ts';
import { FORCE_WEIGHT, forceResidual, type LossOptions, weightedMean } from './loss.ts';
import { DIFFERENCE_STEP } from './residual-rows.ts';

/**
 * The loss over `samples` and, into `gradient`, its derivative with respect to every parameter; that of E_0 is 0.
 *
 * One evaluation of the model per energy; three more per force: ∂/∂θ |∇δ|² is twice the derivative of β ∂E/∂θ along β(f − f_eff), one
 * symmetric difference for all parameters.
 */
export function lossAndGradient(
  model: EffectiveModel,
  samples: readonly TrainingSample[],
  options: LossOptions,
  gradient: Float64Array,
): number {
  gradient.fill(0);
  const { temperature, forceWeight = FORCE_WEIGHT } = options;
  let loss = addEnergyTerm(model, samples, gradient);
  if (forceWeight > 0) loss += forceWeight * addForceTerm(model, samples, forceWeight, gradient);
  const unit = temperature * temperature;
  for (let k = 0; k < gradient.length; k++) gradient[k] /= unit;
  return loss / unit;
}

function addEnergyTerm(model: EffectiveModel, samples: readonly TrainingSample[], gradient: Float64Array): number {
  const total = totalWeights(samples).energies;
  const rows = samples.map(() => new Float64Array(gradient.length));
  const residuals = Float64Array.from(
    samples,
    ({ spins, freeEnergy }, k) => freeEnergy - model.energyAndGradient(spins, rows[k]),
  );
  const mean = weightedMean(samples, residuals, total);
  let variance = 0;
  for (let k = 0; k < samples.length; k++) {
    const share = (weightOf(samples[k]) / total) * (residuals[k] - mean);
    variance += share * (residuals[k] - mean);
    for (let p = 1; p < gradient.length; p++) gradient[p] -= 2 * share * rows[k][p];
  }
  return variance;
}

/** Returns the mean square without the weight of forces, adds its gradient with it. */
function addForceTerm(
  model: EffectiveModel,
  samples: readonly TrainingSample[],
  forceWeight: number,
  gradient: Float64Array,
): number {
  const total = totalWeights(samples).forces;
  const forward = new Float64Array(gradient.length);
  const backward = new Float64Array(gradient.length);
  let meanSquare = 0;
  for (const sample of samples) {
    if (!sample.force) continue;
    const share = weightOf(sample) / total;
    const { force: residual } = forceResidual(model, sample);
    const square = residual.reduce((sum, component) => sum + component * component, 0);
    if (square === 0) continue;
    meanSquare += share * square;
    // Spins move by the usual angle on average, however small the residual is.
    const step = DIFFERENCE_STEP * Math.sqrt(residual.length / square);
    const displaced = new Float64Array(residual.length);
    displace(sample.spins, residual, step, displaced);
    model.energyAndGradient(displaced, forward);
    displace(sample.spins, residual, -step, displaced);
    model.energyAndGradient(displaced, backward);
    for (let p = 1; p < gradient.length; p++) gradient[p] += (forceWeight * share * (forward[p] - backward[p])) / step;
  }
  return meanSquare;
}
