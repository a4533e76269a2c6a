/** The pictures of curves between points: bands from the levels, and the points by themselves. */
import type { Curve } from '../../results/study/curve.ts';
import type { StudyCurves } from '../../results/study/findings.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import type { Point, Series } from '../figures/figure-spec.ts';
import { observableWords } from '../observable-words.ts';
import type { RunFigure } from '../run-figures.ts';
import { drawnFigure } from './drawn-figure.ts';
import { axisOf, rowNames } from './study-curves.ts';
import { heightOf } from './study-figures.ts';

/** What holds for all of these figures. */
export const HOW_CURVES_ARE_MADE =
  'Lines and bands of one standard deviation are from the levels of all points of a size together, their errors from pieces of the chains; neighbouring values are correlated. Symbols are the points by themselves. A line ends where the points share too few samples.';

interface DrawnCurve extends Curve {
  /** What tells it from the others: `6 × 6, J = 2`. */
  readonly name: string;
  /** The rows of the points that it goes through. */
  readonly rows: readonly StudyRow[];
}

/** A figure per observable and key, with the curves of all sizes and values of the other key. */
export function curveFigures(
  groups: readonly StudyCurves[],
  keys: readonly string[],
  rows: readonly StudyRow[],
  names: readonly string[],
  source: string,
): RunFigure[] {
  const curves = groups.flatMap(({ points, curves: all }) =>
    all.flatMap((curve): DrawnCurve[] => {
      const own = rowsOn(curve, rows, new Set(points));
      return own.length === 0 ? [] : [{ ...curve, rows: own, name: rowNames(keys, rows, [curve.key])(own[0]) }];
    }),
  );
  const byKey = Map.groupBy(curves, ({ key }) => key);
  return [...byKey].flatMap(([key, same]) => names.flatMap((name) => figureOf(name, key, same, keys, source)));
}

const rowsOn = ({ key, at }: Curve, rows: readonly StudyRow[], points: ReadonlySet<string>): StudyRow[] =>
  rows.filter(
    ({ name, values }) =>
      points.has(name) &&
      typeof values[key] === 'number' &&
      Object.entries(at).every(([other, value]) => (values[other] ?? value) === value),
  );

/** Curves of one figure: as many as colours and symbols tell apart. */
const MOST_CURVES = 12;

function figureOf(
  name: string,
  key: string,
  curves: readonly DrawnCurve[],
  keys: readonly string[],
  source: string,
): RunFigure[] {
  const known = curves.filter(({ observables }) => name in observables);
  if (known.length === 0) return [];
  const shown = known.slice(0, MOST_CURVES);
  const left =
    shown.length < known.length ? `${shown.length} of ${known.length} curves; all of them are in curves.csv.` : '';
  const x = axisOf(key, keys, [
    ...new Set(shown.flatMap(({ rows }) => rows.map(({ values }) => values[key] as number))),
  ]);
  const series = shown.map((curve) => seriesOf(curve, name));
  return [
    drawnFigure(
      `curves-${keyEnd(key)}-${name}`,
      { x, y: observableWords(name), series },
      { note: left, howToRead: HOW_CURVES_ARE_MADE, source },
    ),
  ];
}

const keyEnd = (key: string): string => key.slice(key.lastIndexOf('.') + 1);

function seriesOf({ name, key, rows, x, observables }: DrawnCurve, observable: string): Series {
  const { mean, error } = observables[observable];
  return {
    name,
    points: rows.map((row): Point => ({ x: row.values[key] as number, ...heightOf(row, observable) })),
    shape: 'points',
    curve: x.map((value, k): Point => ({ x: value, y: mean[k] ?? Number.NaN, error: error[k] ?? 0 })),
  };
}
