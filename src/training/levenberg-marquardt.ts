/** Levenberg-Marquardt on the full Jacobian. */
import type { EffectiveModel } from '../effective/model.ts';
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import type { DataSet } from './data-set.ts';
import { countEvaluations } from './evaluations.ts';
import { concludeFit, currentDecidingLoss, type FitResult } from './fit-result.ts';
import { gramMatrix } from './gram.ts';
import { jacobianColumns, type ResidualOptions, type ResidualRows, residualRows } from './residual-rows.ts';

export interface LevenbergMarquardtOptions extends Omit<ResidualOptions, 'directions'> {
  /** Random tangent directions per sample along which forces are compared; enough for four rows per parameter where left out. */
  readonly directions?: number;
  /** Steps tried at most; 200 where left out. */
  readonly iterations?: number;
  /** Accepted steps without a better held-out loss after which the fit ends; 12 where left out. */
  readonly patience?: number;
}

const FIRST_DAMPING = 1e-3;
const LEAST_DAMPING = 1e-15;
const MOST_DAMPING = 1e12;
/** Parameters that nothing depends on stay where they are. */
const DIAGONAL_FLOOR = 1e-14;
/** An expected gain this far below the loss is rounding. */
const NO_GAIN = 1e-15;

/** JᵀJ and Jᵀr, (P × P) row by row with r as the last column of J, at some θ. */
type NormalEquations = Float64Array;

/**
 * Minimises the loss over the training samples and keeps the parameters with the best held-out loss.
 *
 * (JᵀJ + λD)x = −Jᵀr with D the largest diagonal of JᵀJ so far (J. J. Moré, Lect. Notes Math. 630, 105 (1978)), λ from the gain
 * ratio (H. B. Nielsen, IMM-REP-1999-05, DTU). A step that does not lower the loss is taken back.
 */
export function levenbergMarquardt(
  model: EffectiveModel,
  data: DataSet,
  options: LevenbergMarquardtOptions,
): FitResult {
  const { iterations = 200, patience = 30 } = options;
  const counted = countEvaluations(model);
  const directions = suitableDirections(model, data.training.length);
  const rows = residualRows(data.training, { directions, ...options });
  const descent = dampedDescent(counted, rows);
  const best = {
    loss: currentDecidingLoss(counted, data, options),
    parameters: model.parameters.slice(),
    iteration: 0,
  };
  let iteration = 0;
  let idle = 0;
  while (iteration < iterations && idle < patience) {
    iteration++;
    const outcome = descent();
    if (outcome === 'converged') break;
    if (outcome === 'rejected') continue;
    const loss = currentDecidingLoss(counted, data, options);
    idle++;
    if (!(loss < best.loss)) continue;
    Object.assign(best, { loss, parameters: model.parameters.slice(), iteration });
    idle = 0;
  }
  model.parameters.set(best.parameters);
  return concludeFit(counted, data, options, {
    method: 'levenberg-marquardt',
    iterations: iteration,
    bestIteration: best.iteration,
  });
}

/** Four rows per parameter, and no more directions than there are. */
function suitableDirections({ parameters, lattice }: EffectiveModel, sampleCount: number): number {
  return Math.max(1, Math.min(2 * lattice.siteCount, Math.floor((4 * parameters.length) / sampleCount)));
}

/** One step of the descent per call; its state is θ in the model, the damping and the normal equations at θ. */
function dampedDescent(model: EffectiveModel, rows: ResidualRows): () => 'accepted' | 'rejected' | 'converged' {
  const { parameters } = model;
  const freedom = parameters.length - 1;
  const scale = new Float64Array(freedom);
  let equations: NormalEquations = gramMatrix(jacobianColumns(model, rows));
  let damping = FIRST_DAMPING;
  let growth = 2;
  const dampMore = () => {
    damping *= growth;
    growth *= 2;
    return damping > MOST_DAMPING ? 'converged' : 'rejected';
  };
  return () => {
    updateScale(equations, scale);
    const step = dampedStep(equations, scale, damping);
    if (!step) return dampMore();
    const loss = lossOf(equations);
    const expected = expectedGain(equations, scale, damping, step);
    if (!(expected > NO_GAIN * loss)) return 'converged';
    const before = parameters.slice();
    for (let k = 0; k < freedom; k++) parameters[k + 1] += step[k];
    const next = gramMatrix(jacobianColumns(model, rows));
    const ratio = (loss - lossOf(next)) / expected;
    if (!(ratio > 0)) {
      parameters.set(before);
      return dampMore();
    }
    const deviation = 2 * ratio - 1;
    damping = Math.max(LEAST_DAMPING, damping * Math.max(1 / 3, 1 - deviation * deviation * deviation));
    growth = 2;
    equations = next;
    return 'accepted';
  };
}

function lossOf(equations: NormalEquations): number {
  return equations[equations.length - 1];
}

function updateScale(equations: NormalEquations, scale: Float64Array): void {
  const width = scale.length + 1;
  for (let k = 0; k < scale.length; k++) scale[k] = Math.max(scale[k], equations[k * width + k]);
  const floor = DIAGONAL_FLOOR * scale.reduce((a, b) => Math.max(a, b), 0);
  for (let k = 0; k < scale.length; k++) scale[k] = Math.max(scale[k], floor);
}

/** The last row of the triangle is Jᵀr. Undefined when rounding spoils positive definiteness. */
function dampedStep(equations: NormalEquations, scale: Float64Array, damping: number): Float64Array | undefined {
  const freedom = scale.length;
  const matrix = new Float64Array(freedom * freedom);
  for (let i = 0; i < freedom; i++) {
    for (let j = 0; j <= i; j++) matrix[i * freedom + j] = equations[i * (freedom + 1) + j];
    matrix[i * freedom + i] += damping * scale[i];
  }
  if (!choleskyFactor(matrix, freedom)) return undefined;
  return choleskySolve(
    matrix,
    freedom,
    equations.slice(-freedom - 1, -1).map((value) => -value),
  );
}

/** −2xᵀJᵀr − xᵀJᵀJx, the decrease of the linearised loss, as xᵀ(λDx − Jᵀr). */
function expectedGain(equations: NormalEquations, scale: Float64Array, damping: number, step: Float64Array): number {
  const slope = equations.subarray(-scale.length - 1);
  let gain = 0;
  for (let k = 0; k < step.length; k++) gain += step[k] * (damping * scale[k] * step[k] - slope[k]);
  return gain;
}
