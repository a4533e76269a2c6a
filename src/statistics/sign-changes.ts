/** Where the difference of two curves changes its sign beyond its error. */
import type { CurvePoint } from './polynomial-fit.ts';

/** The difference has opposite signs at both ends; points between them do not tell. */
export interface Bracket {
  readonly from: number;
  readonly to: number;
}

/** A difference smaller than this, in units of its error, has no sign. */
const RESOLVED = 2.5;

/** The brackets of all changes of sign, or why there are none; points in ascending order, both curves with the same first and last x or so. */
export function signChanges(
  a: readonly CurvePoint[],
  b: readonly CurvePoint[],
): Bracket[] | 'outside the data' | 'not resolved' {
  const places = [...new Set([...a, ...b].map(({ x }) => x))].sort((one, other) => one - other);
  const within = places.filter((x) => x >= Math.max(a[0].x, b[0].x) && x <= Math.min(lastOf(a).x, lastOf(b).x));
  const signs = within
    .map((x) => ({ x, sign: resolvedSign(interpolated(a, x), interpolated(b, x)) }))
    .filter(({ sign }) => sign !== 0);
  const brackets = signs.flatMap(({ x, sign }, k) =>
    k > 0 && signs[k - 1].sign !== sign ? [{ from: signs[k - 1].x, to: x }] : [],
  );
  if (brackets.length > 0) return brackets;
  const ends = [within[0], lastOf(within)].map((x) => resolvedSign(interpolated(a, x), interpolated(b, x)));
  return ends.every((sign) => sign !== 0) ? 'outside the data' : 'not resolved';
}

const lastOf = <T>(list: readonly T[]): T => list[list.length - 1];

interface Value {
  readonly value: number;
  readonly error: number;
}

function resolvedSign(a: Value, b: Value): number {
  const difference = a.value - b.value;
  return Math.abs(difference) > RESOLVED * Math.sqrt(a.error * a.error + b.error * b.error) ? Math.sign(difference) : 0;
}

/** Between the two points about x on a straight line. */
function interpolated(points: readonly CurvePoint[], x: number): Value {
  const above = Math.max(
    1,
    points.findIndex((point) => point.x >= x),
  );
  const [left, right] = [points[above - 1], points[above]];
  const part = (x - left.x) / (right.x - left.x);
  return {
    value: (1 - part) * left.value + part * right.value,
    error: Math.sqrt(square((1 - part) * left.error) + square(part * right.error)),
  };
}

const square = (x: number): number => x * x;
