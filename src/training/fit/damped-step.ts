/** One damped step of Gauss and Newton: what Levenberg-Marquardt is made of. */
import { choleskyFactor, choleskySolve } from '../../numeric/linear-algebra/cholesky.ts';

/** JᵀJ and Jᵀr, (P × P) row by row with r as the last column of J, at some θ. */
export type NormalEquations = Float64Array;

/** Parameters that nothing depends on stay where they are. */
const DIAGONAL_FLOOR = 1e-14;
const LEAST_DAMPING = 1e-15;

/** The loss r·r. */
export function lossOf(equations: NormalEquations): number {
  return equations[equations.length - 1];
}

/** D: the larger of what it was, times `memory`, and the diagonal of JᵀJ. J. J. Moré, Lect. Notes Math. 630, 105 (1978), with memory 1. */
export function updateScale(equations: NormalEquations, scale: Float64Array, memory: number): void {
  const width = scale.length + 1;
  for (let k = 0; k < scale.length; k++) scale[k] = Math.max(memory * scale[k], equations[k * width + k]);
  const floor = DIAGONAL_FLOOR * scale.reduce((a, b) => Math.max(a, b), 0);
  for (let k = 0; k < scale.length; k++) scale[k] = Math.max(scale[k], floor);
}

/** The x of (JᵀJ + λD)x = −Jᵀr; undefined when rounding spoils positive definiteness. */
export function dampedStep(equations: NormalEquations, scale: Float64Array, damping: number): Float64Array | undefined {
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
export const expectedGain = (
  equations: NormalEquations,
  scale: Float64Array,
  damping: number,
  step: Float64Array,
): number => alongStep(equations, scale, damping, step, -1);

/** xᵀJᵀJx, the square of the change of the residuals as far as they are linear, as −xᵀ(λDx + Jᵀr). */
export const squaredChange = (
  equations: NormalEquations,
  scale: Float64Array,
  damping: number,
  step: Float64Array,
): number => 0 - alongStep(equations, scale, damping, step, 1);

/** xᵀ(λDx ± Jᵀr); the last row of the triangle is Jᵀr. */
function alongStep(
  equations: NormalEquations,
  scale: Float64Array,
  damping: number,
  step: Float64Array,
  sign: 1 | -1,
): number {
  const slope = equations.subarray(-scale.length - 1);
  let sum = 0;
  for (let k = 0; k < step.length; k++) sum += step[k] * (damping * scale[k] * step[k] + sign * slope[k]);
  return sum;
}

/** λ after a step that lowered the loss by `ratio` of what was expected: H. B. Nielsen, IMM-REP-1999-05, DTU. */
export function relaxedDamping(damping: number, ratio: number): number {
  const deviation = 2 * ratio - 1;
  return Math.max(LEAST_DAMPING, damping * Math.max(1 / 3, 1 - deviation * deviation * deviation));
}
