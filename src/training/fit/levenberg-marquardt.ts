/** Levenberg-Marquardt on the full Jacobian. */
import type { EffectiveModel } from '../../effective/model.ts';
import { gramMatrix } from '../../numeric/linear-algebra/gram.ts';
import { descendOnBatches } from './batch-descent.ts';
import { dampedStep, expectedGain, lossOf, type NormalEquations, relaxedDamping, updateScale } from './damped-step.ts';
import type { DataSet } from './data-set.ts';
import { countEvaluations } from './evaluations.ts';
import { concludeFit, currentDecidingLoss, type FitResult, type FitStart } from './fit-result.ts';
import { jacobianColumns, type ResidualOptions, type ResidualRows, residualRows } from './residual-rows.ts';

interface LevenbergMarquardtOptions extends Omit<ResidualOptions, 'directions'> {
  /** Where the parameters come from; "rough" where left out. */
  readonly start?: FitStart;
  /** Steps on all samples, tried at most; 200 from a rough start and 10 from near where left out. */
  readonly iterations?: number;
}

const ITERATIONS = { rough: 200, near: 10 };
/** Accepted steps without a better held-out loss after which the fit ends. */
const PATIENCE = { rough: 10, near: 5 };

const FIRST_DAMPING = 1e-3;
const MOST_DAMPING = 1e12;
/** An expected gain this far below the loss is rounding. */
const NO_GAIN = 1e-15;

/**
 * Minimises the loss over the training samples and keeps the parameters with the best held-out loss. Many samples are taken in batches first.
 *
 * (JᵀJ + λD)x = −Jᵀr with D the largest diagonal of JᵀJ so far (J. J. Moré, Lect. Notes Math. 630, 105 (1978)), λ from the gain
 * ratio (H. B. Nielsen, IMM-REP-1999-05, DTU). A step that does not lower the loss is taken back.
 */
export function levenbergMarquardt(
  model: EffectiveModel,
  data: DataSet,
  options: LevenbergMarquardtOptions,
): FitResult {
  const { start = 'rough', iterations = ITERATIONS[start] } = options;
  const counted = countEvaluations(model);
  const directions = suitableDirections(model, data.training.length);
  const rows = residualRows(data.training, { ...options, directions });
  const best = {
    loss: currentDecidingLoss(counted, data, options),
    parameters: model.parameters.slice(),
    iteration: 0,
  };
  if (start === 'rough') descendOnBatches(counted, data.training, { ...options, directions });
  const descent = dampedDescent(counted, rows);
  let iteration = 0;
  let idle = 0;
  while (iteration < iterations && idle < PATIENCE[start]) {
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
    updateScale(equations, scale, 1);
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
    damping = relaxedDamping(damping, ratio);
    growth = 2;
    equations = next;
    return 'accepted';
  };
}
