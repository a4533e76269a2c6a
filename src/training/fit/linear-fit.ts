/** Closed-form fit of models that are linear in every parameter, E = Σ_k θ_k φ_k(S) with φ_0 = 1. */
import type { EffectiveModel } from '../../effective/model.ts';
import { appendRows, solveLeastSquares, triangularFactor } from '../../numeric/linear-algebra/triangular-factor.ts';
import { projectOnTangent } from '../../spins/tangent.ts';
import { type DataSet, type TrainingSample, totalWeights, weightOf } from './data-set.ts';
import { countEvaluations } from './evaluations.ts';
import { concludeFit, type FitResult } from './fit-result.ts';
import { FORCE_WEIGHT, type LossOptions } from './loss.ts';

/**
 * Shells of a small torus may coincide; then the smallest couplings are taken. The square of the ridge must stay above rounding for
 * that, and its square is what biases all else.
 */
const RIDGE = 1e-7;

/**
 * The minimum of the loss over the training samples, by one QR decomposition. The start does not matter.
 */
export function fitLinear(model: EffectiveModel, data: DataSet, options: LossOptions): FitResult {
  const counted = countEvaluations(model);
  const total = totalWeights(data.training);
  const factor = triangularFactor(model.parameters.length);
  const forceWeight = options.forceWeight ?? FORCE_WEIGHT;
  for (const sample of data.training) {
    const energyScale = Math.sqrt(weightOf(sample) / total.energies);
    const forceScale = sample.force ? Math.sqrt((forceWeight * weightOf(sample)) / total.forces) : 0;
    appendRows(
      factor,
      forceScale > 0 ? rows(counted, sample, energyScale, forceScale) : energyRow(counted, sample, energyScale),
    );
  }
  model.parameters.set(solveLeastSquares(factor, RIDGE));
  return concludeFit(counted, data, options, { method: 'closed-form', iterations: 1, bestIteration: 1 });
}

function energyRow(model: EffectiveModel, { spins, freeEnergy }: TrainingSample, scale: number): Float64Array[] {
  const features = new Float64Array(model.parameters.length);
  model.energyAndGradient(spins, features);
  return [...features, freeEnergy].map((entry) => Float64Array.of(scale * entry));
}

/** One row for the energy and 3N for the tangential force. */
function rows(model: EffectiveModel, sample: TrainingSample, energyScale: number, forceScale: number): Float64Array[] {
  const { spins, freeEnergy, force } = sample as Required<TrainingSample>;
  const energies = new Float64Array(model.parameters.length);
  const forces = Array.from(energies, () => new Float64Array(spins.length));
  if (model.termForces) model.termForces(spins, energies, forces);
  else readOffTerms(model, spins, energies, forces);
  const features = forces.map((own, k) => column(spins, energies[k], own, energyScale, forceScale));
  return [...features, column(spins, freeEnergy, force.slice(), energyScale, forceScale)];
}

/** φ_k from the energy and −∇φ_k from the force, with one parameter at 1 and all others at 0. */
function readOffTerms(
  model: EffectiveModel,
  spins: Float64Array,
  energies: Float64Array,
  forces: readonly Float64Array[],
): void {
  forces.forEach((force, k) => {
    model.parameters.fill(0);
    model.parameters[k] = 1;
    energies[k] = model.energyAndForce(spins, force);
  });
}

function column(
  spins: Float64Array,
  energy: number,
  force: Float64Array,
  energyScale: number,
  forceScale: number,
): Float64Array {
  projectOnTangent(spins, force);
  const entries = new Float64Array(force.length + 1);
  for (let c = 0; c < force.length; c++) entries[c + 1] = forceScale * force[c];
  entries[0] = energyScale * energy;
  return entries;
}
