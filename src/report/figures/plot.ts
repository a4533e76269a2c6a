/** Axes, series and error bars of a figure by Observable Plot. */
import type { Markish, ScaleOptions } from '@observablehq/plot';
import {
  brokenLines,
  DOT,
  FAINT,
  FONT_FAMILY,
  FONT_SIZE,
  INK,
  MUTED,
  strokeOf,
  symbolOf,
  textWidth,
} from './appearance.ts';
import { errorBand, errorBars } from './error-bars.ts';
import type { Axis, FigureSpec, Reference, Series } from './figure-spec.ts';
import { element, escaped } from './svg.ts';
import { logExtent, logTicks, logTickText } from './ticks.ts';

// Loaded as statements: see results/export/hdf5.ts.
const Plot = await import('@observablehq/plot');
const { parseHTML } = await import('linkedom');

interface PlotFrame {
  readonly width: number;
  readonly height: number;
  /** Room for names beside the series. */
  readonly marginRight: number;
}

interface Drawn {
  /** Elements to be put inside an svg element. */
  readonly markup: string;
  /** Distance of a value from the top, in pixels. */
  readonly heightOf: (y: number) => number;
}

/** Gap between what is drawn and the sides of a figure. */
export const EDGE = 12;
export const MARGIN = { left: 62, top: 44, bottom: 48 };

export function drawPlot(spec: FigureSpec, frame: PlotFrame): Drawn {
  const { width, height, marginRight } = frame;
  const roomy = plotElement(spec, frame, MARGIN.left);
  const left = Math.max(MARGIN.left, EDGE + widestTick(roomy) + TICK_GAP);
  const figure = left > MARGIN.left ? plotElement(spec, frame, left) : roomy;
  const scale = figure.scale('y');
  const middle = (left + width - marginRight) / 2;
  const titles = [
    element('text', { x: EDGE, y: FONT_SIZE + 4 }, escaped(axisTitle(spec.y))),
    element('text', { x: middle, y: height - 10, 'text-anchor': 'middle' }, escaped(axisTitle(spec.x))),
  ];
  return { markup: figure.outerHTML + titles.join(''), heightOf: (y) => Number(scale?.apply(y)) };
}

/** Gap between the ticks of the y axis and the axis. */
const TICK_GAP = 8;

function plotElement(spec: FigureSpec, { width, height, marginRight }: PlotFrame, marginLeft: number) {
  const { document } = parseHTML('<html><body></body></html>');
  const innerWidth = width - marginLeft - marginRight;
  const names = brokenNames(spec.x, innerWidth);
  const lines = Math.max(1, ...names.map((name) => name.split('\n').length));
  const figure = Plot.plot({
    document,
    className: 'plot',
    width,
    height,
    marginRight,
    marginLeft,
    marginTop: MARGIN.top,
    inset: 6,
    marginBottom: MARGIN.bottom + (lines - 1) * FONT_SIZE,
    style: { fontFamily: FONT_FAMILY, fontSize: `${FONT_SIZE}px`, color: INK, background: 'none' },
    x: scaleOptions(spec.x),
    y: scaleOptions(spec.y),
    marks: [
      ...axisMarks({ ...spec, x: names.length > 0 ? { ...spec.x, tickNames: names } : spec.x }, innerWidth),
      ...(spec.references ?? []).flatMap(referenceMarks),
      ...spec.series.flatMap((series, index) => seriesMarks(series, spec, index)),
    ],
  });
  // Its rules are for pages that show nothing else; what figures need is in attributes.
  figure.querySelector('style')?.remove();
  return figure;
}

/** Names of ticks, in lines that leave room for their neighbours. */
function brokenNames({ tickNames = [] }: Axis, innerWidth: number): string[] {
  return tickNames.map((name) => brokenLines(name, innerWidth / tickNames.length).join('\n'));
}

function widestTick(figure: Element): number {
  const labels = [...figure.querySelectorAll('[aria-label="y-axis tick label"] text')];
  return Math.max(0, ...labels.map(({ textContent }) => textWidth(textContent ?? '')));
}

function scaleOptions({ scale = 'linear', domain }: Axis): ScaleOptions {
  return { type: scale, ...(domain ? { domain } : { nice: scale === 'linear' }) };
}

export const axisTitle = ({ label, unit }: Axis): string => (unit === undefined ? label : `${label} (${unit})`);

/** Pixels that a tick label of the x axis may take. */
const TICK_WIDTH = 85;

function axisMarks({ x, y, series }: FigureSpec, innerWidth: number): Markish[] {
  const atX = ticks('x', x, series, Math.max(3, Math.round(innerWidth / TICK_WIDTH)));
  const atY = ticks('y', y, series, 6);
  return [
    Plot.gridY({ ticks: atY.ticks, stroke: FAINT, strokeOpacity: 0.7 }),
    Plot.axisX({ ...atX, label: null, fill: INK, tickSize: 4 }),
    Plot.axisY({ ...atY, label: null, fill: INK, tickSize: 0 }),
    Plot.frame({ stroke: MUTED, anchor: 'bottom' }),
  ];
}

function ticks(which: 'x' | 'y', axis: Axis, series: readonly Series[], about: number) {
  const log = axis.scale === 'log';
  const wanted = axis.ticks ?? (log ? logTicks(logExtent(which, axis, series)) : undefined);
  if (!wanted) return { ticks: about };
  const text = log ? logTickText : String;
  // Not tickFormat, of whose texts Plot drops some on logarithmic axes.
  return { ticks: [...wanted], text: (value: number, index: number) => axis.tickNames?.[index] ?? text(value) };
}

function referenceMarks({ axis, value, label }: Reference): Markish[] {
  const rule = { stroke: MUTED, strokeDasharray: '5,4' };
  const text = { text: () => label, fill: MUTED, stroke: '#ffffff', strokeWidth: 3 } as const;
  return axis === 'x'
    ? [Plot.ruleX([value], rule), Plot.text([value], { ...text, x: (v) => v, frameAnchor: 'top', dy: -14 })]
    : [
        Plot.ruleY([value], rule),
        Plot.text([value], { ...text, y: (v) => v, frameAnchor: 'right', textAnchor: 'end', dy: -8 }),
      ];
}

function seriesMarks(series: Series, { x, y }: FigureSpec, index: number): Markish[] {
  const { points, shape = 'both', curve = [], inInk } = series;
  const stroke = strokeOf(series, index);
  const line = Plot.line(points, { x: 'x', y: 'y', stroke, strokeWidth: shape === 'line' ? 1.25 : 1.5 });
  const symbol = inInk ? { r: DOT, fill: stroke } : { symbol: () => symbolOf(index), r: 4, stroke, fill: '#ffffff' };
  const dots = Plot.dot(points, { x: 'x', y: 'y', ...symbol });
  return [
    ...errorBand(curve, y, stroke),
    ...(curve.length > 0 ? [Plot.line(curve, { x: 'x', y: 'y', stroke, strokeWidth: 1.25 })] : []),
    ...(shape === 'points' ? [] : [line]),
    ...errorBars(points, x, y, stroke),
    ...(shape === 'line' ? [] : [dots]),
  ];
}
