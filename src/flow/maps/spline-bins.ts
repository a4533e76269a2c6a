/** One bin of a rational-quadratic spline: its fraction, the derivatives of that, and the way back. */
import { exp, log } from '../../numeric/elementary.ts';

/** Height Δ of a bin, its mean slope s, and the slopes d₀ and d₁ at its ends. */
export interface Bin {
  readonly height: number;
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
}

/** Heights of all bins, and the shares of the sphere below and above each knot. */
export interface Knots {
  readonly heights: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
}

/** Heights are the softmax of the first parameters. */
export function knotsOf(parameters: Float64Array, { heights, below, above }: Knots): void {
  const bins = heights.length;
  let largest = parameters[0];
  for (let k = 1; k < bins; k++) largest = Math.max(largest, parameters[k]);
  let sum = 0;
  for (let k = 0; k < bins; k++) {
    heights[k] = exp(parameters[k] - largest);
    sum += heights[k];
  }
  for (let k = 0; k < bins; k++) heights[k] /= sum;
  for (let k = 0; k < bins; k++) below[k + 1] = below[k] + heights[k];
  for (let k = bins; k > 0; k--) above[k - 1] = above[k] + heights[k - 1];
}

interface BySlopes {
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
}

interface Fractions {
  /** The part of the height below the place, and the part above. */
  readonly value: number;
  readonly complement: number;
  readonly logSlope: number;
  /** ∂ log slope/∂ξ. */
  readonly logSlopeByPlace: number;
  /** ∂ value and ∂ log slope by the slopes s, d₀ and d₁. */
  readonly by: BySlopes;
  readonly logSlopeBy: BySlopes;
}

/** The bin at ξ = `xi`, with `zeta` = 1 − ξ. */
export function fractionsOf({ slope, lower, upper }: Bin, xi: number, zeta: number): Fractions {
  const product = xi * zeta;
  const bend = lower + upper - 2 * slope;
  const nominator = slope * xi * xi + lower * product;
  const complement = slope * zeta * zeta + upper * product;
  const denominator = slope + bend * product;
  const square = denominator * denominator;
  const steepness = upper * xi * xi + 2 * slope * product + lower * zeta * zeta;
  const straight = 1 - 2 * product;
  const turn = -2 * (product / denominator);
  return {
    value: nominator / denominator,
    complement: complement / denominator,
    logSlope: log((slope * slope * steepness) / square),
    logSlopeByPlace:
      (2 * (upper * xi + slope * (zeta - xi) - lower * zeta)) / steepness - (2 * bend * (zeta - xi)) / denominator,
    by: {
      slope: (xi * xi * denominator - nominator * straight) / square,
      lower: (product * complement) / square,
      upper: (-product * nominator) / square,
    },
    logSlopeBy: {
      slope: 2 / slope + (2 * product) / steepness - (2 * straight) / denominator,
      lower: (zeta * zeta) / steepness + turn,
      upper: (xi * xi) / steepness + turn,
    },
  };
}

/** ξ and 1 − ξ of the place that lies `fromBelow` and `fromAbove` from the ends of the bin; the one from the closer end is solved for, to its own digits. */
export function placeIn(bin: Bin, fromBelow: number, fromAbove: number): [number, number] {
  if (fromBelow <= fromAbove) {
    const xi = rootOf(bin, bin.lower, fromBelow);
    return [xi, 1 - xi];
  }
  const zeta = rootOf(bin, bin.upper, fromAbove);
  return [1 - zeta, zeta];
}

/** The root ξ of Δ (s ξ² + d ξ(1 − ξ)) = y (s + (d₀ + d₁ − 2s) ξ(1 − ξ)), d the slope at the end from which y is counted. */
function rootOf({ height, slope, lower, upper }: Bin, end: number, y: number): number {
  const bend = y * (lower + upper - 2 * slope);
  const a = height * (slope - end) + bend;
  const b = height * end - bend;
  const c = -y * slope;
  return y <= 0 ? 0 : (-2 * c) / (b + Math.sqrt(b * b - 4 * a * c));
}
