/** π/2 in four parts; the first three have 33 significant bits, so that their products with |n| < 2^20 are exact. */
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32] as const;
const TWO_OVER_PI = 0.6366197723675814;
/** Angles in radians are no larger than this; larger ones are given in turns, `sinTurns`. */
const LARGEST = 1048576;

/** sin x, x in radians, |x| ≤ 2^20. */
export function sin(x: number): number {
  return sineOfQuadrant(x, 0);
}

/** cos x, x in radians, |x| ≤ 2^20. */
export function cos(x: number): number {
  return sineOfQuadrant(x, 1);
}

/** sin(x + quadrants·π/2), after x = n π/2 + r + rest with |r| ≤ π/4 (Cody and Waite). */
function sineOfQuadrant(x: number, quadrants: number): number {
  if (!(Math.abs(x) <= LARGEST)) throw new RangeError(`Radians beyond ±2^20: ${x}. Reduce the angle, or use turns.`);
  const n = Math.floor(x * TWO_OVER_PI + 0.5);
  const first = x - n * HALF_PI[0];
  const second = first - n * HALF_PI[1];
  const secondRounding = differenceRounding(first, n * HALF_PI[1], second);
  const third = second - n * HALF_PI[2];
  const thirdRounding = differenceRounding(second, n * HALF_PI[2], third);
  const small = secondRounding + (thirdRounding - n * HALF_PI[3]);
  const r = third + small;
  return quadrantSine(r, third - r + small, n + quadrants);
}

/** (a − b) − difference, exactly, where difference is the rounded a − b (Knuth's two-sum). */
function differenceRounding(a: number, b: number, difference: number): number {
  const subtracted = a - difference;
  return a - (difference + subtracted) + (subtracted - b);
}

/** sin(r + rest + quadrant·π/2) for |r| ≤ π/4 and |rest| below half a unit in the last place of r. */
export function quadrantSine(r: number, rest: number, quadrant: number): number {
  const value = quadrant & 1 ? cosine(r, rest) : sine(r, rest);
  return quadrant & 2 ? -value : value;
}

/** Taylor series up to r^17; the first term left out is 8·10⁻²⁰. */
function sine(r: number, rest: number): number {
  const z = r * r;
  const high = 1 / 362880 + z * (-1 / 39916800 + z * (1 / 6227020800 + z * (-1 / 1307674368000 + z / 355687428096000)));
  const series = -1 / 6 + z * (1 / 120 + z * (-1 / 5040 + z * high));
  return r + (r * z * series + rest * (1 - 0.5 * z));
}

/** Taylor series up to r^18; the first term left out is 4·10⁻²¹. */
function cosine(r: number, rest: number): number {
  const z = r * r;
  const half = 0.5 * z;
  const high =
    1 / 3628800 + z * (-1 / 479001600 + z * (1 / 87178291200 + z * (-1 / 20922789888000 + z / 6402373705728000)));
  const series = 1 / 24 + z * (-1 / 720 + z * (1 / 40320 - z * high));
  const sum = 1 - half;
  return sum + (1 - sum - half + (z * z * series - r * rest));
}
