/** How far a model is from the exact free energy. */
import type { EffectiveModel } from '../../effective/model.ts';
import { projectOnTangent } from '../../spins/tangent.ts';
import { type TrainingSample, totalWeights, weightOf } from './data-set.ts';

export interface LossOptions {
  /** T; residuals are measured in units of it. */
  readonly temperature: number;
  /** Weight of the squared forces beside the squared energies; `FORCE_WEIGHT` where left out, 0 for energies alone. */
  readonly forceWeight?: number;
}

/** The loss of a model, with δ(S) = β(F − E_eff). */
export interface Loss {
  /** Variance of δ over the samples: the mean is left to E_0. */
  readonly energy: number;
  /** ⟨Σ_i |∂δ/∂S_i|²⟩, tangential, over the samples with forces; 0 where there are none or they have no weight. */
  readonly force: number;
  /** The sum energy + forceWeight · force, which is minimised. */
  readonly total: number;
  readonly forceWeight: number;
  /** Mean of δ, what E_0 should still absorb, in units of T. */
  readonly mean: number;
}

/**
 * For a bilinear δ of independent random spins ⟨|∇δ|²⟩ = 4⟨δ²⟩, because every spin enters as an l = 1 harmonic twice: at ¼ the forces of
 * a configuration count in the sum as much as its energy. They constrain 2N directions at once, and that is what fixes the parameters
 * as long as configurations are few.
 */
export const FORCE_WEIGHT = 0.25;

/** The loss of a model over samples. One evaluation of the model per sample. */
export function evaluateLoss(model: EffectiveModel, samples: readonly TrainingSample[], options: LossOptions): Loss {
  const { temperature, forceWeight = FORCE_WEIGHT } = options;
  const total = totalWeights(samples);
  const residuals = new Float64Array(samples.length);
  let force = 0;
  samples.forEach((sample, k) => {
    const wanted = sample.force && forceWeight > 0;
    residuals[k] = sample.freeEnergy - (wanted ? 0 : model.energy(sample.spins));
    if (!wanted) return;
    const residual = forceResidual(model, sample);
    residuals[k] -= residual.energy;
    force += (weightOf(sample) / total.forces) * squaredNorm(residual.force);
  });
  const mean = weightedMean(samples, residuals, total.energies);
  const energy = weightedMean(
    samples,
    residuals.map((residual) => (residual - mean) * (residual - mean)),
    total.energies,
  );
  const unit = temperature * temperature;
  return {
    energy: energy / unit,
    force: force / unit,
    total: (energy + forceWeight * force) / unit,
    forceWeight,
    mean: mean / temperature,
  };
}

/** E_eff and the tangential part of f − f_eff of a sample with a force. */
export function forceResidual(model: EffectiveModel, sample: TrainingSample): { energy: number; force: Float64Array } {
  const exact = sample.force as Float64Array;
  const force = new Float64Array(exact.length);
  const energy = model.energyAndForce(sample.spins, force);
  for (let c = 0; c < force.length; c++) force[c] = exact[c] - force[c];
  projectOnTangent(sample.spins, force);
  return { energy, force };
}

/** Σ w x / Σ w. */
export function weightedMean(samples: readonly TrainingSample[], values: Float64Array, totalWeight: number): number {
  let sum = 0;
  for (let k = 0; k < samples.length; k++) sum += weightOf(samples[k]) * values[k];
  return sum / totalWeight;
}

function squaredNorm(vector: Float64Array): number {
  let sum = 0;
  for (const component of vector) sum += component * component;
  return sum;
}
