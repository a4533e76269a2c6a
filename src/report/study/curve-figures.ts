/** The pictures of curves between points: bands from the levels, and the points by themselves. */
import type { Curve } from '../../results/study/curve.ts';
import type { StudyCurves } from '../../results/study/findings.ts';
import { isAmong, type StudyRow } from '../../results/study/study-rows.ts';
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
  const curves = groups.flatMap(({ points, curves: all }) => {
    const ofGroup = rows.filter((row) => isAmong(row, points));
    return all.flatMap((curve) => drawnCurve(curve, ofGroup, rowNames(keys, rows, untold(curve))));
  });
  const byKey = Map.groupBy(curves, ({ key }) => key);
  return [...byKey].flatMap(([key, same]) => names.flatMap((name) => figureOf(name, key, same, keys, source)));
}

const POTENTIAL = 'model.chemical_potential';
const FILLING = 'model.filling';

/** Keys that do not tell a curve from others: along a filling μ is another one at every point. */
const untold = ({ key, at }: Curve): string[] => (FILLING in at ? [key, POTENTIAL, FILLING] : [key]);

/** `rows`: those of its group. Nothing where none is on it, but for a filling, which points need not have. */
function drawnCurve(curve: Curve, rows: readonly StudyRow[], nameOf: (row: StudyRow) => string): DrawnCurve[] {
  const own = rows.filter((row) => isOn(curve, row));
  const { [FILLING]: filling } = curve.at;
  if (filling === undefined) return own.length === 0 ? [] : [{ ...curve, rows: own, name: nameOf(own[0]) }];
  const words = [...rows.slice(0, 1).map(nameOf), `n = ${filling}`].filter(Boolean);
  return [{ ...curve, rows: own, name: words.join(', ') }];
}

function isOn({ key, at }: Curve, { values }: StudyRow): boolean {
  if (typeof values[key] !== 'number') return false;
  if (FILLING in at) return values[FILLING] === at[FILLING];
  return Object.entries(at).every(([other, value]) => (values[other] ?? value) === value);
}

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
  const axis = axisOf(key, keys, [
    ...new Set(shown.flatMap(({ rows, x }) => (rows.length > 0 ? rows.map(({ values }) => values[key] as number) : x))),
  ]);
  const series = shown.map((curve) => seriesOf(curve, name));
  return [
    drawnFigure(
      `curves-${keyEnd(key)}-${name}`,
      { x: axis, y: observableWords(name), series },
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
