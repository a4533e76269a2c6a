/** One bin of a rational-quadratic spline: its fraction, the derivatives of that, and the way back. */
import { exp } from '../../numeric/elementary.ts';

/** Height Δ of a bin, its mean slope s, and the slopes d₀ and d₁ at its ends. */
export interface Bin {
  height: number;
  slope: number;
  lower: number;
  upper: number;
}

/** Heights of all bins, and the shares of the sphere below and above each knot. */
export interface Knots {
  readonly heights: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
}

/** Heights are the softmax of the parameters `at` …. */
export function knotsOf(parameters: Float64Array, at: number, { heights, below, above }: Knots): void {
  const bins = heights.length;
  let largest = parameters[at];
  for (let k = 1; k < bins; k++) largest = Math.max(largest, parameters[at + k]);
  let sum = 0;
  for (let k = 0; k < bins; k++) {
    heights[k] = exp(parameters[at + k] - largest);
    sum += heights[k];
  }
  for (let k = 0; k < bins; k++) heights[k] /= sum;
  for (let k = 0; k < bins; k++) below[k + 1] = below[k] + heights[k];
  for (let k = bins; k > 0; k--) above[k - 1] = above[k] + heights[k - 1];
}

/** A place within a bin: ξ, and 1 − ξ to its own digits. */
export interface Place extends Bin {
  xi: number;
  zeta: number;
}

const denominatorOf = ({ slope, lower, upper, xi, zeta }: Place): number =>
  slope + (lower + upper - 2 * slope) * (xi * zeta);

/** The part of the height below the place. */
export function partBelow(place: Place): number {
  const { slope, lower, xi, zeta } = place;
  return (slope * xi * xi + lower * (xi * zeta)) / denominatorOf(place);
}

/** The part of the height above it. */
export function partAbove(place: Place): number {
  const { slope, upper, xi, zeta } = place;
  return (slope * zeta * zeta + upper * (xi * zeta)) / denominatorOf(place);
}

const steepnessOf = ({ slope, lower, upper, xi, zeta }: Place): number =>
  upper * xi * xi + 2 * slope * (xi * zeta) + lower * zeta * zeta;

export function slopeAt(place: Place): number {
  const { slope } = place;
  const denominator = denominatorOf(place);
  return (slope * slope * steepnessOf(place)) / (denominator * denominator);
}

/** ∂ log slope/∂ξ. */
export function logSlopeByPlace(place: Place): number {
  const { slope, lower, upper, xi, zeta } = place;
  const turn = (2 * (upper * xi + slope * (zeta - xi) - lower * zeta)) / steepnessOf(place);
  return turn - (2 * (lower + upper - 2 * slope) * (zeta - xi)) / denominatorOf(place);
}

/** Derivatives by the slopes s, d₀ and d₁. */
export interface BySlopes {
  slope: number;
  lower: number;
  upper: number;
}

/** ∂ of the part below. */
export function partBelowBySlopes(place: Place, out: BySlopes): void {
  const { slope, lower, upper, xi, zeta } = place;
  const product = xi * zeta;
  const nominator = slope * xi * xi + lower * product;
  const complement = slope * zeta * zeta + upper * product;
  const denominator = denominatorOf(place);
  const square = denominator * denominator;
  out.slope = (xi * xi * denominator - nominator * (1 - 2 * product)) / square;
  out.lower = (product * complement) / square;
  out.upper = (-product * nominator) / square;
}

/** ∂ of the log of the slope at the place. */
export function logSlopeBySlopes(place: Place, out: BySlopes): void {
  const { slope, xi, zeta } = place;
  const product = xi * zeta;
  const denominator = denominatorOf(place);
  const steepness = steepnessOf(place);
  const turn = -2 * (product / denominator);
  out.slope = 2 / slope + (2 * product) / steepness - (2 * (1 - 2 * product)) / denominator;
  out.lower = (zeta * zeta) / steepness + turn;
  out.upper = (xi * xi) / steepness + turn;
}

/** Sets ξ and 1 − ξ of the place that lies `fromBelow` and `fromAbove` from the ends of the bin; the one from the closer end is solved for, to its own digits. */
export function findPlace(place: Place, fromBelow: number, fromAbove: number): void {
  if (fromBelow <= fromAbove) {
    place.xi = rootOf(place, place.lower, fromBelow);
    place.zeta = 1 - place.xi;
  } else {
    place.zeta = rootOf(place, place.upper, fromAbove);
    place.xi = 1 - place.zeta;
  }
}

/** The root ξ of Δ (s ξ² + d ξ(1 − ξ)) = y (s + (d₀ + d₁ − 2s) ξ(1 − ξ)), d the slope at the end from which y is counted. */
function rootOf({ height, slope, lower, upper }: Bin, end: number, y: number): number {
  const bend = y * (lower + upper - 2 * slope);
  const a = height * (slope - end) + bend;
  const b = height * end - bend;
  const c = -y * slope;
  return y <= 0 ? 0 : (-2 * c) / (b + Math.sqrt(b * b - 4 * a * c));
}
