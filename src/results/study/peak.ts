/** The peak of the specific heat along a curve. */
import type { Propagated } from '../../statistics/multistate/multistate.ts';
import { jackknifeFactors } from '../../statistics/multistate/pieces.ts';
import type { AveragesAt, Value } from './averages-at.ts';
import type { CombinedLevels } from './combined-levels.ts';

/** The top of the specific heat. */
export interface Peak {
  readonly position: Value;
  readonly height: Value;
}

export const SPECIFIC_HEAT = 'specificHeatPerSite';

/** Each parabola goes through points at this fraction of the distance of those before. */
const FRACTION = 0.25;
const REFINEMENTS = 2;

/**
 * Position and height by parabolas through three points about the largest value of a curve, closer and closer; without each unit of pieces in turn for the errors. Null where the largest value lies
 * at an end or beside a gap, and where no parabola has its top nearby. `x`, `values`: the curve; `at`: averages anywhere.
 */
export function peakOf(
  { states }: CombinedLevels,
  at: (x: number) => AveragesAt,
  x: readonly number[],
  values: readonly (Propagated | undefined)[],
): Peak | null {
  const top = values.reduce((best, one, k) => (valueOr(one) > valueOr(values[best]) ? k : best), 0);
  let places = x.slice(top - 1, top + 2);
  let around = [values[top - 1], values[top], values[top + 1]].flatMap((one) => one ?? []);
  let step = Math.min(x[top + 1] - x[top], x[top] - x[top - 1]);
  for (let refinement = 0; refinement < REFINEMENTS; refinement++) {
    if (around.length < 3) return null;
    const [centre] = vertex(
      places,
      around.map(({ value }) => value),
    );
    if (!(centre > x[top - 1] && centre < x[top + 1])) return null;
    step *= FRACTION;
    places = [centre - step, centre, centre + step];
    around = places.map(at).flatMap((one) => (one.isReached ? [one.of(SPECIFIC_HEAT)] : []));
  }
  if (around.length < 3) return null;
  const peak = jackknifed(places, around, jackknifeFactors(states.samples.pieces));
  return Number.isFinite(peak.position.error) && Number.isFinite(peak.height.error) ? peak : null;
}

const valueOr = (one: Propagated | undefined): number => one?.value ?? -Infinity;

function jackknifed(x: readonly number[], values: readonly Propagated[], factors: Float64Array): Peak {
  const whole = vertex(
    x,
    values.map(({ value }) => value),
  );
  const squares = [0, 0];
  for (const [b, factor] of factors.entries()) {
    const without = vertex(
      x,
      values.map(({ value, changes }) => value - factor * changes[b]),
    );
    for (const k of [0, 1]) squares[k] += (without[k] - whole[k]) ** 2 / factor;
  }
  const [position, height] = whole.map((mean, k) => ({ mean, error: Math.sqrt(squares[k]) }));
  return { position, height };
}

/** Position and value of the top of the parabola through three points; NaN where it opens upwards. */
function vertex([a, b, c]: readonly number[], [fa, fb, fc]: readonly number[]): [number, number] {
  const left = (fb - fa) / (b - a);
  const right = (fc - fb) / (c - b);
  const curvature = (right - left) / (c - a);
  if (!(curvature < 0)) return [Number.NaN, Number.NaN];
  const position = (a + b) / 2 - left / (2 * curvature);
  return [position, fa + (position - a) * (left + curvature * (position - b))];
}
