/** Where two curves with error bars cross. */
import { type Interpolation, interpolationsIn } from './interpolations.ts';
import { averagedEstimate, modelOfReplica, normalised, type ReplicatedEstimate } from './model-average.ts';
import { type CurvePoint, polynomialAt } from './polynomial-fit.ts';
import { type Bracket, signChanges } from './sign-changes.ts';

export interface Crossing {
  readonly position: ReplicatedEstimate;
  readonly value: ReplicatedEstimate;
  /** The interpolation that counts most: its window, the degree of its polynomials, and how well they meet the points of both curves. */
  readonly best: Pick<Interpolation, 'from' | 'to' | 'degree' | 'chiSquare' | 'degrees'>;
}

/** Why there is no crossing. `not resolved`: the curves differ by less than their errors on one side, or too many replicas do not cross. */
export type NoCrossing = 'too few points' | 'outside the data' | 'not resolved';

/** Replicas that may have no crossing. */
const MOST_FAILURES = 0.05;

/**
 * All crossings of two curves within the x that both have, or why there are none. Points with values or errors that are not finite are left out.
 *
 * Both curves are interpolated near the crossing by polynomials of low degree in several windows, which count by what χ² leaves of them; every replica crosses in one of them, drawn in proportion. So the
 * error holds what the replicas scatter and what the interpolations differ by. Points of a curve need not be independent, but χ² takes them for it.
 */
export function crossingsOfCurves(
  a: readonly CurvePoint[],
  b: readonly CurvePoint[],
): readonly Crossing[] | NoCrossing {
  const [first, second] = overlap(usable(a), usable(b));
  if (first.length < 2 || second.length < 2) return 'too few points';
  const brackets = signChanges(first, second);
  if (typeof brackets === 'string') return brackets;
  const found = brackets.map((bracket) => crossingIn(first, second, bracket)).filter((one) => one !== undefined);
  return found.length > 0 ? found : 'not resolved';
}

const usable = (points: readonly CurvePoint[]): CurvePoint[] =>
  points
    .filter(({ value, error }) => Number.isFinite(value) && Number.isFinite(error) && error > 0)
    .sort((one, other) => one.x - other.x);

/** The points within the x that both curves have. */
function overlap(a: readonly CurvePoint[], b: readonly CurvePoint[]): [CurvePoint[], CurvePoint[]] {
  const from = Math.max(a[0]?.x ?? Infinity, b[0]?.x ?? Infinity);
  const to = Math.min(a.at(-1)?.x ?? -Infinity, b.at(-1)?.x ?? -Infinity);
  const within = (points: readonly CurvePoint[]) => points.filter(({ x }) => x >= from && x <= to);
  return [within(a), within(b)];
}

function crossingIn(a: readonly CurvePoint[], b: readonly CurvePoint[], bracket: Bracket): Crossing | undefined {
  const centre = (bracket.from + bracket.to) / 2;
  const all = interpolationsIn(a, b, bracket).map((one) => ({ ...one, ...crossingAt(one, undefined, centre) }));
  const known = all.filter(({ position }) => !Number.isNaN(position));
  if (known.reduce((sum, { share }) => sum + share, 0) < 1 - MOST_FAILURES) return undefined;
  const shares = normalised(known.map(({ share }) => share));
  const replicas = Array.from(a[0].replicas, (_, r) => {
    const model = known[modelOfReplica(shares, r)];
    return crossingAt(model, r, model.position);
  });
  if (replicas.filter(({ position }) => Number.isNaN(position)).length > MOST_FAILURES * replicas.length)
    return undefined;
  const estimate = (key: 'position' | 'value') =>
    averagedEstimate(
      shares,
      known.map((one) => one[key]),
      Float64Array.from(replicas, (one) => one[key]),
    );
  const { from, to, degree, chiSquare, degrees } = known.reduce((best, one) => (one.share > best.share ? one : best));
  return { position: estimate('position'), value: estimate('value'), best: { from, to, degree, chiSquare, degrees } };
}

/** The crossing next to x, of the points themselves or of one of their replicas; NaN where the polynomials do not cross. */
function crossingAt({ from, to, fits: [a, b] }: Interpolation, replica: number | undefined, x: number) {
  const [first, second] =
    replica === undefined ? [a.coefficients, b.coefficients] : [a.replicas[replica], b.replicas[replica]];
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const u = nearestRoot(first, second, (x - middle) / half);
  return { position: middle + half * u, value: polynomialAt(first, u) };
}

/** Steps in which a window is searched for changes of sign. */
const STEPS = 64;

/** The root of a(u) − b(u) in [−1, 1] that is nearest to `u`; NaN where there is none. */
function nearestRoot(a: Float64Array, b: Float64Array, u: number): number {
  const difference = a.map((value, power) => value - b[power]);
  let nearest = Number.NaN;
  for (let k = 0; k < STEPS; k++) {
    const root = rootBetween(difference, (2 * k) / STEPS - 1, (2 * (k + 1)) / STEPS - 1);
    if (!(Math.abs(root - u) >= Math.abs(nearest - u))) nearest = Number.isNaN(root) ? nearest : root;
  }
  return nearest;
}

/** By bisection, to the last digits; NaN where both ends have the same sign. */
function rootBetween(coefficients: Float64Array, from: number, to: number): number {
  const sign = Math.sign(polynomialAt(coefficients, from));
  if (sign === Math.sign(polynomialAt(coefficients, to))) return sign === 0 ? from : Number.NaN;
  let [low, high] = [from, to];
  for (let k = 0; k < 50; k++) {
    const middle = (low + high) / 2;
    if (Math.sign(polynomialAt(coefficients, middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
