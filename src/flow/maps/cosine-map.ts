/**
 * Monotone maps c → g(c) of [−1, 1] onto itself, for the cosine c of a spin with an axis. Cosine and azimuth are area coordinates of the sphere, hence a spin that keeps its
 * azimuth and moves its cosine along g changes areas by the slope g′(c).
 */

/** The place of a cosine by the shares of the sphere on its two sides, (1 + c)/2 and (1 − c)/2: near a pole c alone would have lost the digits of the smaller one. */
export interface Cut {
  below: number;
  above: number;
}

/** Where a map leads, and the log of its slope g′(c) at the c of the base. */
export interface Moved extends Cut {
  logSlope: number;
}

/** All derivatives that reverse mode takes. */
export interface Derivatives {
  /** g′(c). */
  slope: number;
  /** ∂ log g′/∂c. */
  logSlopeByCosine: number;
  /** ∂g/∂p at fixed c, for every parameter p. */
  readonly by: Float64Array;
  /** ∂ log g′/∂p at fixed c. */
  readonly logSlopeBy: Float64Array;
}

/** A family of maps with P parameters, which are numbers `at` … of an array. Parameters that are all zero give the identity. */
export interface CosineMap {
  readonly parameterCount: number;
  /** g at a place, into `out`, which may not be `cut`. */
  move(cut: Readonly<Cut>, parameters: Float64Array, at: number, out: Moved): void;
  /** The place that g takes to `cut`, into `out`, which may not be `cut`; with log g′ there. */
  solve(cut: Readonly<Cut>, parameters: Float64Array, at: number, out: Moved): void;
  /** The derivatives of g at the place of the last move, or at the one that was solved for last. */
  differentiate(out: Derivatives): void;
}

export const createMoved = (): Moved => ({ below: 0, above: 0, logSlope: 0 });

/** Room for the derivatives by so many parameters. */
export const createDerivatives = (parameterCount: number): Derivatives => ({
  slope: 0,
  logSlopeByCosine: 0,
  by: new Float64Array(parameterCount),
  logSlopeBy: new Float64Array(parameterCount),
});
