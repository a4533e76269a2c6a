/** Levenberg-Marquardt on the full Jacobian. */
import type { EffectiveModel } from '../../effective/model.ts';
import { gramMatrix } from '../../numeric/linear-algebra/gram.ts';
import { descendOnBatches } from './batch-descent.ts';
import { dampedStep, expectedGain, lossOf, type NormalEquations, relaxedDamping, updateScale } from './damped-step.ts';
import type { DataSet } from './data-set.ts';
import { countEvaluations } from './evaluations.ts';
import { concludeFit, currentDecidingLoss, type FitResult, type FitStart } from './fit-result.ts';
import type { LossOptions } from './loss.ts';
import { jacobianColumns, type ResidualOptions, type ResidualRows, residualRows } from './residual-rows.ts';

interface LevenbergMarquardtOptions extends Omit<ResidualOptions, 'directions'> {
  /** Where the parameters come from; "rough" where left out. */
  readonly start?: FitStart;
}

/** Passes over the samples in batches, where there are enough of them. */
const PASSES = { draft: 8, rough: 35 };

/** Steps on all samples, tried at most, and accepted steps without a better held-out loss after which the fit ends. */
interface Limits {
  readonly iterations: number;
  readonly patience: number;
}
const FROM_NEAR: Limits = { iterations: 5, patience: 5 };
const AFTER_BATCHES = { draft: { iterations: 0, patience: 0 }, rough: { iterations: 10, patience: 5 } };
const WITHOUT_BATCHES: Limits = { iterations: 200, patience: 10 };

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
  const { start = 'rough' } = options;
  const counted = countEvaluations(model);
  const some = { ...options, directions: suitableDirections(model, data.training.length) };
  const best = bestParameters(counted, data, options);
  const inBatches = start !== 'near' && descendOnBatches(counted, data.training, { ...some, passes: PASSES[start] });
  if (inBatches) best.consider(0);
  const limits = start === 'near' ? FROM_NEAR : inBatches ? AFTER_BATCHES[start] : WITHOUT_BATCHES;
  const iterations = descend(dampedDescent(counted, residualRows(data.training, some)), limits, best.consider);
  const bestIteration = best.restore();
  return concludeFit(counted, data, options, { method: 'levenberg-marquardt', iterations, bestIteration });
}

/** Memory for the parameters with the least deciding loss, those of now at first. */
function bestParameters(model: EffectiveModel, data: DataSet, options: LossOptions) {
  const best = { loss: currentDecidingLoss(model, data, options), parameters: model.parameters.slice(), iteration: 0 };
  return {
    /** Whether those of now are the best. */
    consider(iteration: number): boolean {
      const loss = currentDecidingLoss(model, data, options);
      if (!(loss < best.loss)) return false;
      Object.assign(best, { loss, parameters: model.parameters.slice(), iteration });
      return true;
    },
    /** Puts them into the model; returns when they were reached. */
    restore(): number {
      model.parameters.set(best.parameters);
      return best.iteration;
    },
  };
}

/** Returns the number of steps tried. */
function descend(
  step: () => StepOutcome,
  { iterations, patience }: Limits,
  consider: (iteration: number) => boolean,
): number {
  let idle = 0;
  for (let iteration = 1; iteration <= iterations; iteration++) {
    const outcome = step();
    if (outcome === 'converged') return iteration;
    if (outcome === 'accepted') idle = consider(iteration) ? 0 : idle + 1;
    if (idle >= patience) return iteration;
  }
  return iterations;
}

/** Four rows per parameter, and no more directions than there are. */
function suitableDirections({ parameters, lattice }: EffectiveModel, sampleCount: number): number {
  return Math.max(1, Math.min(2 * lattice.siteCount, Math.floor((4 * parameters.length) / sampleCount)));
}

type StepOutcome = 'accepted' | 'rejected' | 'converged';

/** One step of the descent per call; its state is θ in the model, the damping and the normal equations at θ. */
function dampedDescent(model: EffectiveModel, rows: ResidualRows): () => StepOutcome {
  const { parameters } = model;
  const freedom = parameters.length - 1;
  const scale = new Float64Array(freedom);
  let equations: NormalEquations | undefined;
  let damping = FIRST_DAMPING;
  let growth = 2;
  const dampMore = () => {
    damping *= growth;
    growth *= 2;
    return damping > MOST_DAMPING ? 'converged' : 'rejected';
  };
  return () => {
    equations ??= gramMatrix(jacobianColumns(model, rows));
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
