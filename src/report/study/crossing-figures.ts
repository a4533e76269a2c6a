/** The pictures of crossings: the curves of all sizes with their crossings, and these against 1/L. */
import type { CrossingPlot, PlottedPoint } from '../../results/study/crossing-plots.ts';
import type { Series } from '../figures/figure-spec.ts';
import { observableWords } from '../observable-words.ts';
import type { RunFigure } from '../run-figures.ts';
import { suffixOf, wordsAt } from './at-words.ts';
import { drawnFigure } from './drawn-figure.ts';
import { axisOf } from './study-curves.ts';
import { sizeWords } from './study-tables.ts';

/** What holds for the figures of the curves. */
export const HOW_CROSSINGS_ARE_FOUND =
  'Dots are the crossings of neighbouring sizes, lines the interpolations that count most near them. Bars are one standard deviation, those of crossings from resampled chains, or from resampled realisations where these are averaged.';

export function crossingFigures(plots: readonly CrossingPlot[], keys: readonly string[], source: string): RunFigure[] {
  const groups = Map.groupBy(plots, ({ at }) => JSON.stringify(at));
  return [...groups.values()].flatMap((same) => [
    ...same.flatMap((plot) => curvesFigure(plot, keys, source)),
    ...bySizeFigure(same, keys, source),
  ]);
}

function curvesFigure(plot: CrossingPlot, keys: readonly string[], source: string): RunFigure[] {
  const { observable, key, crossings } = plot;
  const sizes = nearCrossings(plot).filter(({ points }) => points.length > 0);
  if (sizes.length < 2) return [];
  const x = axisOf(key, keys, xOf(sizes));
  const found: Series = { name: 'crossings', points: crossings, shape: 'points', inInk: true };
  const series = [
    ...sizes.map(
      ({ size, points, interpolation }): Series => ({
        name: sizeWords(size),
        points,
        shape: 'points',
        curve: interpolation,
      }),
    ),
    ...(crossings.length > 0 ? [found] : []),
  ];
  const note = wordsAt(plot, keys);
  const captions = { note, howToRead: HOW_CROSSINGS_ARE_FOUND, source };
  return [
    drawnFigure(
      `crossings-${observable}${suffixOf(plot, keys)}`,
      { x, y: observableWords(observable), series },
      captions,
    ),
  ];
}

/** Points beyond the outermost crossings that are shown, on either side. */
const BEYOND = 2;

/** The curves near the crossings; all of them where nothing crosses. */
function nearCrossings({ sizes, crossings }: CrossingPlot): CrossingPlot['sizes'] {
  if (crossings.length === 0) return sizes;
  const x = xOf(sizes).toSorted((a, b) => a - b);
  const outermost = crossings.map((one) => one.x).toSorted((a, b) => a - b);
  const below = x.filter((value) => value < outermost[0]).slice(-BEYOND);
  const above = x.filter((value) => value > outermost[outermost.length - 1]).slice(0, BEYOND);
  const isNear = (point: PlottedPoint) => !(point.x < below[0] || point.x > above[above.length - 1]);
  return sizes.map(({ size, points, interpolation }) => ({
    size,
    points: points.filter(isNear),
    interpolation: interpolation.filter(isNear),
  }));
}

const xOf = (sizes: CrossingPlot['sizes']): number[] => [
  ...new Set(sizes.flatMap(({ points }) => points.map(({ x }) => x))),
];

/** Fewer say nothing about how crossings move. */
const FEWEST_PAIRS = 2;

/** `plots`: of all observables at one value of the other keys. */
function bySizeFigure(plots: readonly CrossingPlot[], keys: readonly string[], source: string): RunFigure[] {
  const shown = plots.filter(({ bySize }) => bySize.length >= FEWEST_PAIRS);
  if (shown.length === 0) return [];
  const [first] = shown;
  const series = shown.map(
    ({ observable, bySize, line }): Series => ({
      name: observableWords(observable).label,
      points: [...line.slice(0, 1), ...bySize],
      shape: 'points',
      curve: line,
    }),
  );
  const x = {
    label: '1/L',
    domain: [0, 1.1 * Math.max(...shown.flatMap(({ bySize }) => bySize.map((one) => one.x)))] as const,
  };
  const y = axisOf(first.key, keys, []);
  const line = shown.some((one) => one.line.length > 0)
    ? 'The lines are straight in 1/L, with bands of one standard deviation; their ends at 1/L = 0 are the extrapolations.'
    : '';
  const note = [wordsAt(first, keys), 'L is the geometric mean of the two sizes.', line].filter(Boolean).join(' ');
  return [
    drawnFigure(
      `crossings-inverse-size${suffixOf(first, keys)}`,
      { x, y: { ...y, label: `${y.label} of the crossing` }, series },
      { note, howToRead: '', source },
    ),
  ];
}
