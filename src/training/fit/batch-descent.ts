/** The way from a rough start: damped Gauss-Newton steps on small batches. */
import type { EffectiveModel } from '../../effective/model.ts';
import { gramMatrix } from '../../numeric/linear-algebra/gram.ts';
import { philoxStream, type RandomStream } from '../../numeric/philox.ts';
import { dampedStep, lossOf, type NormalEquations, squaredChange, updateScale } from './damped-step.ts';
import type { TrainingSample } from './data-set.ts';
import { jacobianColumns, type ResidualOptions, residualRows } from './residual-rows.ts';

export interface BatchOptions extends ResidualOptions {
  /** How often all batches together go over the samples. */
  readonly passes: number;
}

/** Samples of a batch, or as many as there are parameters: a step takes P³ operations, however small its batch is. */
const SMALLEST_BATCH = 64;
/** Batches that the samples must fill. */
const LEAST_BATCHES = 4;
/** The factor by which JᵀJ and the loss are kept from batch to batch: they are means over about twenty. */
const MEMORY = 0.95;
const DAMPING = 1e-3;
/** The part of a step that is taken at first; it falls linearly to 0. */
const FIRST_RATE = 0.4;

/**
 * Steps on batches drawn with replacement. Returns whether the samples were enough for it; where they are not, nothing is done.
 *
 * Jᵀr is that of one batch, JᵀJ a mean over many: a batch says where the descent goes, and it takes many to know the metric (an extended Kalman filter that
 * forgets; G. V. Puskorius and L. A. Feldkamp, IEEE Trans. Neural Networks 5, 279 (1994)). No step is tested, which would cost another evaluation of
 * every sample; instead none may change the residuals, as far as they are linear, by more than the residuals themselves. The noise of the
 * batches carries over the kinks of ReLU and out of shallow minima, in which a descent on all samples gets stuck.
 */
export function descendOnBatches(
  model: EffectiveModel,
  samples: readonly TrainingSample[],
  options: BatchOptions,
): boolean {
  const size = Math.max(SMALLEST_BATCH, model.parameters.length);
  if (samples.length < LEAST_BATCHES * size) return false;
  const random = philoxStream(options.seed ?? 0, samples.length);
  const count = Math.ceil((options.passes * samples.length) / size);
  const step = batchStep(model, options);
  for (let batch = 0; batch < count; batch++) step(draw(samples, size, random), FIRST_RATE * (1 - batch / count));
  return true;
}

function draw(samples: readonly TrainingSample[], size: number, random: RandomStream): TrainingSample[] {
  return Array.from({ length: size }, () => samples[Math.floor(samples.length * random.nextUniform())]);
}

/** Moves the parameters by a part, `rate`, of the step that a batch suggests. */
function batchStep(
  model: EffectiveModel,
  options: ResidualOptions,
): (batch: readonly TrainingSample[], rate: number) => void {
  const { parameters } = model;
  const mean = meanEquations(parameters.length);
  const scale = new Float64Array(parameters.length - 1);
  return (batch, rate) => {
    const equations = mean.with(gramMatrix(jacobianColumns(model, residualRows(batch, options))));
    updateScale(equations, scale, MEMORY);
    const step = dampedStep(equations, scale, DAMPING);
    if (!step) return;
    const allowed = Math.sqrt(lossOf(equations) / squaredChange(equations, scale, DAMPING, step));
    const part = rate * Math.min(1, allowed);
    for (let k = 0; k < step.length; k++) parameters[k + 1] += part * step[k];
  };
}

/** The means of JᵀJ and r·r over batches, beside the Jᵀr of the last one. */
function meanEquations(width: number): { readonly with: (equations: NormalEquations) => NormalEquations } {
  const mean = new Float64Array(width * width);
  const slopeAt = width * (width - 1);
  let count = 0;
  return {
    with(equations) {
      count++;
      const share = Math.max(1 / count, 1 - MEMORY);
      for (let k = 0; k < mean.length; k++) mean[k] += share * (equations[k] - mean[k]);
      const mixed = mean.slice();
      mixed.set(equations.subarray(slopeAt, -1), slopeAt);
      return mixed;
    },
  };
}
