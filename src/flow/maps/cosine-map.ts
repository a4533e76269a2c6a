/**
 * Monotone maps c → g(c) of [−1, 1] onto itself, for the cosine c of a spin with an axis. Cosine and azimuth are area coordinates of the sphere, hence a spin that keeps its
 * azimuth and moves its cosine along g changes areas by the slope g′(c).
 */

/** The place of a cosine by the shares of the sphere on its two sides, (1 + c)/2 and (1 − c)/2: near a pole c alone would have lost the digits of the smaller one. */
export interface Cut {
  below: number;
  above: number;
}

/** The value of a map at one place, with all derivatives that reverse mode takes. */
export interface Mapped extends Cut {
  /** log g′(c). */
  logSlope: number;
  /** ∂ log g′/∂c. */
  logSlopeByCosine: number;
  /** ∂g/∂p at fixed c, for every parameter p. */
  readonly by: Float64Array;
  /** ∂ log g′/∂p at fixed c. */
  readonly logSlopeBy: Float64Array;
}

/** A family of maps with P parameters. Parameters that are all zero give the identity. */
export interface CosineMap {
  readonly parameterCount: number;
  /** g at a place, into `out`, which may not be `cut`. */
  apply(cut: Readonly<Cut>, parameters: Float64Array, out: Mapped): void;
  /** The place that g takes to `cut`, into `out`. */
  solve(cut: Readonly<Cut>, parameters: Float64Array, out: Cut): void;
}

/** Room for what a map with so many parameters returns. */
export const createMapped = (parameterCount: number): Mapped => ({
  below: 0,
  above: 0,
  logSlope: 0,
  logSlopeByCosine: 0,
  by: new Float64Array(parameterCount),
  logSlopeBy: new Float64Array(parameterCount),
});
