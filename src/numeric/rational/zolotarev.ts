/** Zolotarev's rational function: small on an interval, with poles on a half-line; the places of its extrema and of its poles. */
import { cosh } from '../elementary.ts';

/** What fixes the points on 0 ≤ u ≤ largest for poles at imaginary u beyond `gap`. */
interface ZolotarevMap {
  readonly largest: number;
  /** Complementary modulus k' of the elliptic functions, and their complete integrals K(k), K(k'). */
  readonly complementaryModulus: number;
  readonly period: number;
  readonly complementaryPeriod: number;
}

/**
 * `count` points 0 = u_0 < … < u_{count−1} = largest, at equal steps of the elliptic argument.
 *
 * x = u² follows from w = dn by the Möbius map that takes [k', 1] to [0, largest²] and −k', −1 to −gap², −∞: for poles x ≤ −gap²
 * (E. I. Zolotarev 1877; see N. I. Akhiezer, Elements of the Theory of Elliptic Functions, §50).
 */
export function zolotarevPoints(largest: number, gap: number, count: number): Float64Array {
  const map = zolotarevMap(largest, gap);
  const points = Float64Array.from({ length: count }, (_, j) => point(map, 1 - j / (count - 1)));
  points[0] = 0;
  points[count - 1] = largest;
  return points;
}

/**
 * `count` frequencies ω beyond `gap`, ascending: the poles −ω² of Zolotarev's function of that degree, halfway between its extrema
 * as seen by the elliptic argument.
 */
export function zolotarevFrequencies(largest: number, gap: number, count: number): Float64Array {
  const map = zolotarevMap(largest, gap);
  return Float64Array.from({ length: count }, (_, j) => frequency(map, 1 - (j + 0.5) / count));
}

function zolotarevMap(largest: number, gap: number): ZolotarevMap {
  const ratio = (2 * largest * largest) / (gap * gap);
  const complementaryModulus = 1 / (1 + ratio + Math.sqrt(ratio * (ratio + 2)));
  const modulus = Math.sqrt((1 - complementaryModulus) * (1 + complementaryModulus));
  return {
    largest,
    complementaryModulus,
    period: Math.PI / (2 * arithmeticGeometricMean(1, complementaryModulus)),
    complementaryPeriod: Math.PI / (2 * arithmeticGeometricMean(1, modulus)),
  };
}

function point(map: ZolotarevMap, t: number): number {
  const w = deltaAmplitude(map, t);
  const k = map.complementaryModulus;
  return map.largest * Math.sqrt(Math.max(0, (2 * (w - k)) / ((1 - k) * (1 + w))));
}

/** The same map at −w gives −x. */
function frequency(map: ZolotarevMap, t: number): number {
  const w = deltaAmplitude(map, t);
  const k = map.complementaryModulus;
  return map.largest * Math.sqrt((2 * (w + k)) / ((1 - k) * (1 - w)));
}

/** dn(tK) = π/(2K') Σ_n sech(π (t − 2n) K/(2K')), which converges fast where k' is small. */
function deltaAmplitude({ period, complementaryPeriod }: ZolotarevMap, t: number): number {
  const unit = Math.PI / (2 * complementaryPeriod);
  let sum = 1 / cosh(unit * period * t);
  let term = 1;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term = 1 / cosh(unit * period * (t - 2 * n)) + 1 / cosh(unit * period * (t + 2 * n));
    sum += term;
  }
  return unit * sum;
}

function arithmeticGeometricMean(a: number, b: number): number {
  while (Math.abs(a - b) > 1e-15 * a) [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
  return a;
}
