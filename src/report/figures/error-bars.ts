/** Error bars for Plot, which has none. */
import type { Markish } from '@observablehq/plot';
import type { Axis, Point } from './figure-spec.ts';

const Plot = await import('@observablehq/plot');

/** The ends of a bar, one standard deviation each way. Where a logarithmic axis ends before the bar, so does the bar. */
const ends = (axis: Axis, value: number, error = 0) => ({
  low: value - error > 0 || axis.scale !== 'log' ? value - error : (axis.domain?.[0] ?? value / 10),
  high: value + error,
});

/** The errors of a curve as a band; gaps of the curve are gaps of the band. */
export function errorBand(curve: readonly Point[], y: Axis, fill: string): Markish[] {
  if (!curve.some(({ error = 0 }) => error > 0)) return [];
  const end = (which: 'low' | 'high') => (point: Point) => ends(y, point.y, point.error)[which];
  return [Plot.areaY(curve, { x: 'x', y1: end('low'), y2: end('high'), fill, fillOpacity: 0.2 })];
}

/** Marks for the errors that points have. */
export function errorBars(points: readonly Point[], x: Axis, y: Axis, stroke: string): Markish[] {
  const style = { stroke, strokeWidth: 1.5 };
  const vertical = points.filter(({ error = 0 }) => error > 0);
  const horizontal = points.filter(({ xError = 0 }) => xError > 0);
  return [
    Plot.ruleX(vertical, {
      x: 'x',
      y1: (point) => ends(y, point.y, point.error).low,
      y2: (point) => ends(y, point.y, point.error).high,
      ...style,
    }),
    Plot.ruleY(horizontal, {
      y: 'y',
      x1: (point) => ends(x, point.x, point.xError).low,
      x2: (point) => ends(x, point.x, point.xError).high,
      ...style,
    }),
  ];
}
