/** Names of series: beside their last points, or in a row above. */
import { brokenLines, DOT, FONT_SIZE, INK, SYMBOL_PATHS, strokeOf, symbolOf, textWidth } from './appearance.ts';
import type { Series } from './figure-spec.ts';
import { element, textLines } from './svg.ts';

const LINE_HEIGHT = 15;
/** Gap between two names. */
const GAP = 5;
/** Width of the stroke and symbol before a name, and of the space behind them. */
const SWATCH = 22;
/** Names beside the series are broken to this. */
const WIDEST = 150;

/** Pixels that names beside the series take. */
export function widthBeside(series: readonly Series[]): number {
  const lines = series.flatMap(({ name }) => brokenLines(name, WIDEST));
  return 12 + SWATCH + Math.max(...lines.map((line) => textWidth(line)));
}

/** Names beside their series. `wanted[k]`: height of the last point of series k. They are moved apart where they would overlap, between `top` and `bottom`. */
export function namesBeside(
  series: readonly Series[],
  wanted: readonly number[],
  { left, top, bottom }: { readonly left: number; readonly top: number; readonly bottom: number },
): string {
  const lines = series.map(({ name }) => brokenLines(name, WIDEST));
  const middles = spread(
    wanted,
    lines.map(({ length }) => length * LINE_HEIGHT + GAP),
    top,
    bottom,
  );
  const entries = lines.map((entry, index) => {
    const first = middles[index] - ((entry.length - 1) * LINE_HEIGHT) / 2;
    return swatch(series[index], index, left, first) + nameText(entry, left + SWATCH, first);
  });
  return entries.join('');
}

/** Middles of boxes of these heights, in the order of where they want to be, none over another. */
export function spread(wanted: readonly number[], heights: readonly number[], top: number, bottom: number): number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const middles = [...wanted];
  let free = top;
  for (const k of order) {
    middles[k] = Math.max(middles[k], free + heights[k] / 2);
    free = middles[k] + heights[k] / 2;
  }
  let end = Math.max(bottom, top + heights.reduce((sum, height) => sum + height, 0));
  for (const k of order.toReversed()) {
    middles[k] = Math.min(middles[k], end - heights[k] / 2);
    end = middles[k] - heights[k] / 2;
  }
  return middles;
}

/** Rows of names from the left, at most `width` wide; `y`: middle of the first row. */
export function namesAbove(series: readonly Series[], left: number, y: number, width: number) {
  let [x, row] = [0, 0];
  const entries = series.map(({ name, ...rest }, index) => {
    const needed = SWATCH + textWidth(name) + 14;
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    const [atX, atY] = [left + x, y + row * (LINE_HEIGHT + GAP)];
    x += needed;
    return swatch({ name, ...rest }, index, atX, atY) + nameText([name], atX + SWATCH, atY);
  });
  return { markup: entries.join(''), height: (row + 1) * (LINE_HEIGHT + GAP) };
}

/** Letters are centred on `middle` by their x-height, which all renderers know to be about 0.35 of the size above the baseline. */
const nameText = (lines: readonly string[], x: number, middle: number): string =>
  textLines(lines, x, middle + 0.35 * FONT_SIZE, LINE_HEIGHT, { fill: INK });

function swatch(series: Series, index: number, x: number, y: number): string {
  const { shape = 'both', curve } = series;
  const stroke = strokeOf(series, index);
  const line = element('path', { d: `M${x},${+y.toFixed(2)}h16`, stroke, 'stroke-width': 2 });
  const symbol = series.inInk
    ? element('circle', { cx: x + 8, cy: y, r: DOT, fill: stroke })
    : element('path', {
        d: SYMBOL_PATHS[symbolOf(index)],
        transform: `translate(${x + 8},${+y.toFixed(2)})`,
        stroke,
        'stroke-width': 1.5,
        fill: '#ffffff',
      });
  return `${shape === 'points' && !curve ? '' : line}${shape === 'line' ? '' : symbol}`;
}
