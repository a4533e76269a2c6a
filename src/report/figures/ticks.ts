/** Ticks of logarithmic axes: powers of ten, with steps between them where these are few. */
import type { Axis, Series } from './figure-spec.ts';

/** Steps within a decade, from coarse to fine. */
const STEPS = [[1], [1, 2, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9]];
const FEWEST_TICKS = 3;

/** Powers of ten, with as many steps between them as it takes to have three ticks. */
export function logTicks([low, high]: readonly [number, number]): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const within = (value: number) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const candidates = STEPS.map((digits) =>
    powers.flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`))).filter(within),
  );
  return candidates.find(({ length }) => length >= FEWEST_TICKS) ?? candidates[STEPS.length - 1];
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 0.01, 1, 500, 10⁵, 2·10⁻⁶. */
export function logTickText(value: number): string {
  if (value >= 1e-3 && value < 1e5) return String(value);
  const [digits, exponent] = value.toExponential().split('e');
  const raised = [...String(Math.abs(Number(exponent)))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${digits === '1' ? '' : `${digits}·`}10${Number(exponent) < 0 ? '⁻' : ''}${raised}`;
}

/** What the axis covers: its domain, or all positive values of the data with the upper ends of their bars. */
export function logExtent(which: 'x' | 'y', axis: Axis, series: readonly Series[]): readonly [number, number] {
  if (axis.domain) return axis.domain;
  const ends = series.flatMap(({ points, curve = [] }) =>
    [...points, ...curve].flatMap((point) => {
      const [value, error = 0] = which === 'x' ? [point.x, point.xError] : [point.y, point.error];
      return [value, value - error, value + error].filter((end) => end > 0 && value > 0);
    }),
  );
  return ends.length === 0 ? [0.1, 1] : [Math.min(...ends), Math.max(...ends)];
}
