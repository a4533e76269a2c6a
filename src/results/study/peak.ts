/** The peak of the specific heat along a curve. */
import type { Propagated } from '../../statistics/multistate/multistate.ts';
import { jackknifeFactors } from '../../statistics/multistate/pieces.ts';
import type { AveragesAt, CombinedLevels, Value } from './combined-levels.ts';

export interface Peak {
  readonly position: Value;
  readonly height: Value;
}

const SPECIFIC_HEAT = 'specificHeatPerSite';

/** The last parabola goes through points at this fraction of the distance of the grid. */
const FRACTION = 0.25;

/**
 * Position and height by a parabola through three points about the largest value of a curve; without each piece of a chain in turn for the errors. Null where the largest value lies at an end or
 * beside a gap, and where the parabola has its top elsewhere. `x`, `averages`: the grid; `at`: averages anywhere.
 */
export function peakOf(
  { states }: CombinedLevels,
  at: (x: number) => AveragesAt,
  x: readonly number[],
  averages: readonly AveragesAt[],
): Peak | null {
  const values = averages.map((one) => (one.isReached ? one.of(SPECIFIC_HEAT) : undefined));
  const top = values.reduce((best, one, k) => (valueOr(one) > valueOr(values[best]) ? k : best), 0);
  const around = [values[top - 1], values[top], values[top + 1]];
  if (!around.every((one) => one !== undefined)) return null;
  const rough = vertex(
    x.slice(top - 1, top + 2),
    around.map(({ value }) => value),
  );
  const step = FRACTION * Math.min(x[top + 1] - x[top], x[top] - x[top - 1]);
  const fine = [-step, 0, step].map((shift) => rough[0] + shift);
  const heights = fine.map(at);
  if (!heights.every(({ isReached }) => isReached)) return null;
  const peak = jackknifed(
    fine,
    heights.map((one) => one.of(SPECIFIC_HEAT)),
    jackknifeFactors(states.samples.pieces),
  );
  const isWithin = peak.position.mean > x[top - 1] && peak.position.mean < x[top + 1];
  return isWithin && Number.isFinite(peak.position.error) && Number.isFinite(peak.height.error) ? peak : null;
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
