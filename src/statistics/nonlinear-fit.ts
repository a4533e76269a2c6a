/** Sums of squares of few parameters, minimised. */
import { leastSquares } from '../numeric/linear-algebra/least-squares.ts';

export type Residuals = (parameters: Float64Array) => Float64Array;

const STEPS = 30;
const FIRST_DAMPING = 1e-3;
const MOST_DAMPING = 1e8;
/** A relative gain below this is none. */
const NO_GAIN = 1e-6;
/** Step of symmetric differences, in units of the parameters' scales. */
const DIFFERENCE = 1e-4;

/**
 * The parameters that minimise Σ r² from a start near them: Levenberg–Marquardt, D. W. Marquardt, J. Soc. Ind. Appl. Math. 11, 431 (1963), with derivatives by differences. `scales`: changes of the parameters that matter.
 */
export function nonlinearFit(residuals: Residuals, start: Float64Array, scales: readonly number[]): Float64Array {
  let parameters = start;
  let current = residuals(parameters);
  let [damping, columns] = [FIRST_DAMPING, derivatives(residuals, parameters, scales)];
  for (let step = 0; step < STEPS && damping < MOST_DAMPING && scales.length > 0; step++) {
    const trial = stepped(parameters, scales, columns, current, damping);
    const next = residuals(trial);
    const gain = sumOfSquares(current) - sumOfSquares(next);
    if (!(gain >= 0)) {
      damping *= 10;
      continue;
    }
    const isDone = gain <= NO_GAIN * sumOfSquares(current);
    [parameters, current, damping] = [trial, next, damping / 10];
    if (isDone) break;
    columns = derivatives(residuals, parameters, scales);
  }
  return parameters;
}

function stepped(
  parameters: Float64Array,
  scales: readonly number[],
  columns: readonly Float64Array[],
  current: Float64Array,
  damping: number,
): Float64Array {
  const largest = Math.sqrt(Math.max(...columns.map(sumOfSquares), Number.MIN_VALUE));
  const [step] = leastSquares(columns, [current], Math.sqrt(damping) * largest);
  return parameters.map((value, k) => value - scales[k] * step[k]);
}

/** ∂r/∂(parameter/scale) by parameter. */
function derivatives(residuals: Residuals, parameters: Float64Array, scales: readonly number[]): Float64Array[] {
  return scales.map((scale, k) => {
    const at = (change: number) => residuals(parameters.map((value, j) => (j === k ? value + change * scale : value)));
    const [above, below] = [at(DIFFERENCE), at(-DIFFERENCE)];
    return above.map((value, i) => (value - below[i]) / (2 * DIFFERENCE));
  });
}

export const sumOfSquares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
