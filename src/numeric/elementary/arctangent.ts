/** The angle of a vector. */

/** Halvings of the angle before the series: the tangent of π/4 becomes that of π/32, 0.0985. */
const HALVINGS = 3;
/** atan t = t − t³/3 + t⁵/5 − …; the last term is below 1e-17 of the first for t ≤ 0.0985. */
const TERMS = 9;

/** The angle from the x axis to (x, y) in turns, from −1/2 to 1/2; 0 for the vector 0. Errs by a few units in the last place. */
export function angleTurns(x: number, y: number): number {
  const [a, b] = [Math.abs(x), Math.abs(y)];
  if (a === 0 && b === 0) return 0;
  const acute = b <= a ? arctangent(b / a) : Math.PI / 2 - arctangent(a / b);
  const upper = x < 0 ? Math.PI - acute : acute;
  return (y < 0 ? -upper : upper) / (2 * Math.PI);
}

/** 0 ≤ t ≤ 1. */
function arctangent(t: number): number {
  let tangent = t;
  for (let k = 0; k < HALVINGS; k++) tangent /= 1 + Math.sqrt(1 + tangent * tangent);
  const square = tangent * tangent;
  let sum = 0;
  for (let k = TERMS; k >= 0; k--) sum = 1 / (2 * k + 1) - square * sum;
  return 8 * tangent * sum;
}
