/** A figure from its description, without a browser: the same input gives the same bytes. */
import { brokenLines, MUTED } from './appearance.ts';
import type { FigureSpec } from './figure-spec.ts';
import { namesAbove, namesBeside, widthBeside } from './names.ts';
import { axisTitle, drawPlot, EDGE, MARGIN } from './plot.ts';
import { svgDocument, textLines } from './svg.ts';

const WIDTH = 720;
const HEIGHT = 400;
const TITLE = { size: 15, lineHeight: 20 };
const CAPTION = { size: 11, lineHeight: 16 };

/**
 * Draws axes, series with error bars, their names, and the caption below: a complete SVG document, which needs nothing else inline in a page either.
 *
 * Readable at its own width, in colours that the colour-blind can distinguish. Points with NaN or, on logarithmic axes, without a positive
 * value leave gaps.
 */
export function figureSvg(spec: FigureSpec): string {
  const { series, title = '', width = WIDTH, height = HEIGHT, names = 'ends' } = spec;
  const beside = series.length > 1 && names === 'ends';
  const above = series.length > 1 && names === 'above';
  const heading = lines(title, width, TITLE, 'bold', EDGE);
  const row = above ? namesAbove(series, EDGE, heading.bottom + 12, width - 2 * EDGE) : { markup: '', height: 0 };
  const marginRight = beside ? widthBeside(series) : 20;
  const top = heading.bottom + row.height;
  const plot = drawPlot(spec, { width, height, marginRight });
  const room = { left: width - marginRight + 12, top: top + MARGIN.top, bottom: top + height - MARGIN.bottom };
  const lastHeights = series.map(({ points }) => top + plot.heightOf(points.at(-1)?.y ?? 0));
  const caption = lines(spec.caption, width, CAPTION, 'normal', top + height);
  const parts = [
    heading.markup,
    row.markup,
    `<g transform="translate(0,${top})">${plot.markup}</g>`,
    beside ? namesBeside(series, lastHeights, room) : '',
    caption.markup,
  ];
  const label = title || `${axisTitle(spec.y)} against ${axisTitle(spec.x)}`;
  return svgDocument(width, caption.bottom + (spec.caption === '' ? 0 : EDGE), label, parts.join(''));
}

type LineStyle = { readonly size: number; readonly lineHeight: number };

/** A paragraph whose first line begins at `top`. */
function lines(text: string, width: number, { size, lineHeight }: LineStyle, weight: 'bold' | 'normal', top: number) {
  const letters = weight === 'bold' ? 1.1 * size : size;
  const broken = text === '' ? [] : brokenLines(text, width - 2 * EDGE, letters);
  const style = { 'font-size': size, ...(weight === 'bold' ? { 'font-weight': 'bold' } : { fill: MUTED }) };
  return { markup: textLines(broken, EDGE, top + size, lineHeight, style), bottom: top + broken.length * lineHeight };
}
