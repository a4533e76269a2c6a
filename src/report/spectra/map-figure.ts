/** A(k, ω) as a map: wave vectors along the path, energies upwards. */
import type { RunSpectra } from '../../results/spectra/spectra-of-run.ts';
import { brokenLines, FONT_FAMILY, FONT_SIZE, INK, MUTED } from '../figures/appearance.ts';
import { EDGE, MARGIN } from '../figures/plot.ts';
import { element, escaped, svgDocument, textLines } from '../figures/svg.ts';

// Loaded as statements: see results/export/hdf5.ts.
const Plot = await import('@observablehq/plot');
const { parseHTML } = await import('linkedom');

const WIDTH = 480;
const HEIGHT = 360;
const CAPTION = { size: 11, lineHeight: 16 };

/** A rectangle of the map. */
interface Cell {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly value: number;
}

/** A complete SVG document. */
export function mapFigure(spectra: RunSpectra, caption: string): string {
  const plot = plotElement(spectra).outerHTML;
  const titles = [
    element('text', { x: EDGE, y: FONT_SIZE + 4 }, 'energy ω (t)'),
    element('text', { x: WIDTH / 2, y: HEIGHT - 10, 'text-anchor': 'middle' }, 'wave vector'),
  ];
  const lines = brokenLines(caption, WIDTH - 2 * EDGE, CAPTION.size);
  const text = textLines(lines, EDGE, HEIGHT + CAPTION.size, CAPTION.lineHeight, {
    'font-size': CAPTION.size,
    fill: MUTED,
  });
  const height = HEIGHT + lines.length * CAPTION.lineHeight + EDGE;
  return svgDocument(WIDTH, height, escaped('A(k, ω) by wave vector and energy'), `${plot}${titles.join('')}${text}`);
}

function plotElement(spectra: RunSpectra) {
  const { document } = parseHTML('<html><body></body></html>');
  const corners = spectra.path.filter(({ corner }) => corner !== undefined);
  const figure = Plot.plot({
    document,
    className: 'plot',
    width: WIDTH,
    height: HEIGHT,
    marginLeft: MARGIN.left,
    marginRight: 20,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    style: { fontFamily: FONT_FAMILY, fontSize: `${FONT_SIZE}px`, color: INK, background: 'none' },
    color: { type: 'sqrt', scheme: 'blues', legend: false },
    marks: [
      Plot.rect(cellsOf(spectra), { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'value', inset: -0.3 }),
      Plot.ruleY([spectra.parameters.chemicalPotential], { stroke: MUTED, strokeDasharray: '5,4' }),
      Plot.axisY({ label: null, fill: INK, tickSize: 0 }),
      Plot.axisX(
        corners.map(({ distance }) => distance),
        { label: null, fill: INK, tickFormat: (_: number, k: number) => (corners[k].corner ?? '').replace('G', 'Γ') },
      ),
    ],
  });
  figure.querySelector('style')?.remove();
  return figure;
}

/** Every wave vector takes the path half way to its neighbours. */
function cellsOf({ path, energies, spectralFunction }: RunSpectra): Cell[] {
  const edges = halfWay(path.map(({ distance }) => distance));
  const levels = halfWay([...energies]);
  return path.flatMap((_, k) =>
    Array.from(energies, (_, e): Cell => {
      const value = spectralFunction[k].mean[e];
      return { x1: edges[k], x2: edges[k + 1], y1: levels[e], y2: levels[e + 1], value };
    }),
  );
}

/** The middles between neighbours, with ends as far out as the middles next to them. */
function halfWay(values: readonly number[]): number[] {
  const middles = values.slice(1).map((value, k) => (value + values[k]) / 2);
  const [first, last] = [values[0], values[values.length - 1]];
  if (middles.length === 0) return [first - 0.5, first + 0.5];
  return [2 * first - middles[0], ...middles, 2 * last - middles[middles.length - 1]];
}
