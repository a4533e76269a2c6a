/** The frame of small pictures: two axes with a few round numbers, drawn as SVG. */
import { type SVGTemplateResult, svg } from 'lit';
import { inDigits } from '../numbers.ts';

/** In units of the picture, which scales with its column. */
export const [WIDTH, HEIGHT] = [320, 170];
const [LEFT, RIGHT, TOP, BOTTOM] = [42, 16, 8, 34];

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Axes {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Lines of the axes with their numbers and names. */
  readonly frame: SVGTemplateResult;
}

export function axes(xs: Range, ys: Range, names: readonly [string, string]): Axes {
  const x = (value: number) => LEFT + ((value - xs.from) / (xs.to - xs.from)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - ((value - ys.from) / (ys.to - ys.from)) * (HEIGHT - TOP - BOTTOM);
  const bottom = HEIGHT - BOTTOM;
  const frame = svg`<g>
    ${ticks(ys).map(
      (value) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(value)} y2=${y(value)}></line>
        <text x=${LEFT - 5} y=${y(value) + 4} text-anchor="end">${label(value)}</text>`,
    )}
    ${ticks(xs).map(
      (value) => svg`<line class="grid" x1=${x(value)} x2=${x(value)} y1=${TOP} y2=${bottom}></line>
        <text x=${x(value)} y=${bottom + 13} text-anchor="middle">${label(value)}</text>`,
    )}
    <text x=${(LEFT + WIDTH - RIGHT) / 2} y=${HEIGHT - 4} text-anchor="middle">${names[0]}</text>
    <text transform="translate(9 ${(TOP + bottom) / 2}) rotate(-90)" text-anchor="middle">${names[1]}</text>
  </g>`;
  return { x, y, frame };
}

/** The range of some numbers, wider by a little; of one number alone too. */
export function rangeOf(values: Iterable<number>, margin = 0.05): Range {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [from, to] = [Math.min(from, value), Math.max(to, value)];
  const width = to - from || Math.abs(to) || 1;
  return { from: from - margin * width, to: to + margin * width };
}

/** Three to six round numbers within a range. */
export function ticks({ from, to }: Range): number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, k) => (first + k) * step);
}

/** A number of an axis. */
export const label = (value: number): string => inDigits(value, 6);

/** Points of a polyline. */
export const line = ({ x, y }: Axes, xs: ArrayLike<number>, ys: ArrayLike<number>): string =>
  Array.from({ length: xs.length }, (_, k) => `${x(xs[k]).toFixed(1)},${y(ys[k]).toFixed(1)}`).join(' ');
