/** Polynomials through two curves in several windows about a bracket, and how much each of them counts. */
import { modelShares } from './model-average.ts';
import { type CurvePoint, type PolynomialFit, polynomialFit } from './polynomial-fit.ts';
import type { Bracket } from './sign-changes.ts';

/** Both curves in a window, by polynomials of u = (x − centre)/half width. */
export interface Interpolation {
  readonly from: number;
  readonly to: number;
  readonly degree: number;
  readonly fits: readonly [PolynomialFit, PolynomialFit];
  readonly chiSquare: number;
  /** Points of both curves minus coefficients. */
  readonly degrees: number;
  /** Its part among all interpolations; they add up to 1. */
  readonly share: number;
}

/** Points beyond the bracket that a window may have on either side. */
const MOST_BEYOND = 3;
const HIGHEST_DEGREE = 3;

/** All windows and degrees that the points allow, with their shares in an average over models. */
export function interpolationsIn(
  a: readonly CurvePoint[],
  b: readonly CurvePoint[],
  bracket: Bracket,
): Interpolation[] {
  const windows = windowsAbout(a, b, bracket);
  const widest = windows[0][0].length + windows[0][1].length;
  const candidates = windows.flatMap(([first, second]) => allDegrees(first, second, widest));
  const shares = modelShares(candidates.map(({ criterion }) => criterion));
  return candidates.map(({ criterion: _, ...rest }, k) => ({ ...rest, share: shares[k] }));
}

/** The points of both curves in windows of all widths, the widest first; near the end of the data wider ones hold no more. */
function windowsAbout(a: readonly CurvePoint[], b: readonly CurvePoint[], bracket: Bracket) {
  const all = Array.from({ length: MOST_BEYOND + 1 }, (_, less) =>
    [a, b].map((points) => windowOf(points, bracket, MOST_BEYOND - less)),
  );
  const size = ([first, second]: readonly CurvePoint[][]) => first.length + second.length;
  return all.filter((window, k) => k === 0 || size(window) < size(all[k - 1]));
}

/** The points in the bracket, its ends, and so many beyond them. */
function windowOf(points: readonly CurvePoint[], { from, to }: Bracket, beyond: number): CurvePoint[] {
  const first = points.findLastIndex(({ x }) => x <= from);
  const last = points.findIndex(({ x }) => x >= to);
  return points.slice(Math.max(0, first - beyond), last + beyond + 1);
}

function allDegrees(a: readonly CurvePoint[], b: readonly CurvePoint[], widest: number) {
  const most = Math.min(HIGHEST_DEGREE, a.length - 1, b.length - 1);
  return Array.from({ length: most }, (_, k) => interpolation(a, b, k + 1, widest));
}

function interpolation(a: readonly CurvePoint[], b: readonly CurvePoint[], degree: number, widest: number) {
  const all = [...a, ...b].map(({ x }) => x);
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const scaled = (x: number) => (2 * x - from - to) / (to - from);
  const fits = [polynomialFit(a, degree, scaled), polynomialFit(b, degree, scaled)] as const;
  const chiSquare = fits[0].chiSquare + fits[1].chiSquare;
  const criterion = chiSquare + 4 * (degree + 1) + 2 * (widest - all.length);
  return { from, to, degree, fits, chiSquare, degrees: fits[0].degrees + fits[1].degrees, criterion };
}
