/** The inverse of the tangent. */

/** Halvings of the angle before the series: the tangent of π/4 becomes that of π/32, 0.0985. */
const HALVINGS = 3;
/** atan t = t − t³/3 + t⁵/5 − …; what is left out is below 1e-17 of it for t ≤ 0.0985. */
const TERMS = 9;

/** atan x in radians, from −π/2 to π/2. */
export function atan(x: number): number {
  const t = Math.abs(x);
  const angle = t <= 1 ? acute(t) : Math.PI / 2 - acute(1 / t);
  return x < 0 ? -angle : angle;
}

/** 0 ≤ t ≤ 1. */
function acute(t: number): number {
  let tangent = t;
  for (let k = 0; k < HALVINGS; k++) tangent /= 1 + Math.sqrt(1 + tangent * tangent);
  const square = tangent * tangent;
  let sum = 0;
  for (let k = TERMS; k >= 0; k--) sum = 1 / (2 * k + 1) - square * sum;
  return 8 * tangent * sum;
}
