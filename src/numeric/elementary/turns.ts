import { quadrantSine } from './trigonometric.ts';

/** 2π in three parts; the first two have 26 significant bits, so that their products with 26-bit halves are exact. */
const TURN_HIGH = 6.283185243606567;
const TURN_MIDDLE = 6.357301884918343e-8;
const TURN_LOW = 2.4492935982947064e-16;
const TURN = 6.283185307179586;
/** Multiplying with 2^27 + 1 splits a double into two halves (Dekker, Numer. Math. 18, 224, 1971). */
const SPLITTER = 134217729;

/** cos 2πx: exactly 0, ±1 at multiples of a quarter, exactly even and periodic, for every finite x. */
export function cosTurns(x: number): number {
  return quarterTurns(Math.abs(x), 1);
}

/** sin 2πx: exactly 0, ±1 at multiples of a quarter, exactly odd and periodic, for every finite x. */
export function sinTurns(x: number): number {
  // 0 − … instead of a sign change, so that no −0 comes out.
  return x < 0 ? 0 - quarterTurns(-x, 0) : quarterTurns(x, 0);
}

/** sin 2π(x + quadrants/4) for x ≥ 0; the reduction of x to |t| ≤ 1/8 is exact, and so is the double-double product 2πt. */
function quarterTurns(x: number, quadrants: number): number {
  const fraction = x - Math.floor(x);
  const n = Math.floor(4 * fraction + 0.5);
  const t = fraction - 0.25 * n;
  const high = t * SPLITTER - (t * SPLITTER - t);
  const low = t - high;
  const r = t * TURN;
  const rest = high * TURN_HIGH - r + high * TURN_MIDDLE + low * TURN_HIGH + low * TURN_MIDDLE + t * TURN_LOW;
  return quadrantSine(r, rest, n + quadrants) + 0;
}
