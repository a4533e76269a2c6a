/** The pictures of curves between points: bands from the levels, and the points by themselves. */
import type { Curve } from '../../results/study/curve.ts';
import type { StudyCurves } from '../../results/study/findings.ts';
import { isAmong, type StudyRow } from '../../results/study/study-rows.ts';
import type { Point, Series } from '../figures/figure-spec.ts';
import { observableWords } from '../observable-words.ts';
import type { RunFigure } from '../run-figures.ts';
import { drawnFigure } from './drawn-figure.ts';
import { axisOf, placesOf, rowNames } from './study-curves.ts';
import { heightOf } from './study-figures.ts';

/** What holds for all of these figures. */
export const HOW_CURVES_ARE_MADE =
  'Lines and bands of one standard deviation are from the levels of all points of a size together, their errors from pieces of the chains, or from between realisations where these are averaged; neighbouring values are correlated. Symbols are the points by themselves. A line ends where the points share too few samples.';

interface DrawnCurve extends Curve {
  /** What tells it from the others: `6 × 6, J = 2`. */
  readonly name: string;
  /** The points that it goes through: x and row. */
  readonly rows: readonly { readonly x: number; readonly row: StudyRow }[];
}

/** The place of a row along a key; undefined where it has none. */
type PlaceOf = (key: string, row: StudyRow) => number | undefined;

function placesByKey(keys: readonly string[], rows: readonly StudyRow[]): PlaceOf {
  const axes = new Map(keys.map((key) => [key, placesOf(key, rows)]));
  return (key, { values }) => axes.get(key)?.(values[key]);
}

/** A figure per observable and key, with the curves of all sizes and values of the other key. */
export function curveFigures(
  groups: readonly StudyCurves[],
  keys: readonly string[],
  rows: readonly StudyRow[],
  names: readonly string[],
  source: string,
): RunFigure[] {
  const placeOf = placesByKey(keys, rows);
  const curves = groups.flatMap(({ points, curves: all }) => {
    const ofGroup = rows.filter((row) => isAmong(row, points));
    return all.flatMap((curve) => drawnCurve(curve, ofGroup, rowNames(keys, rows, untold(curve)), placeOf));
  });
  const byKey = Map.groupBy(curves, ({ key }) => key);
  return [...byKey].flatMap(([key, same]) => names.flatMap((name) => figureOf(name, key, same, keys, source)));
}

const POTENTIAL = 'model.chemical_potential';
const FILLING = 'model.filling';

/** Keys that do not tell a curve from others: along a filling μ is another one at every point. */
const untold = ({ key, at }: Curve): string[] => (FILLING in at ? [key, POTENTIAL, FILLING] : [key]);

/** `rows`: those of its group. Nothing where none is on it, but for a filling, which points need not have. */
function drawnCurve(
  curve: Curve,
  rows: readonly StudyRow[],
  nameOf: (row: StudyRow) => string,
  placeOf: PlaceOf,
): DrawnCurve[] {
  const own = rows.flatMap((row) => {
    const x = placeOf(curve.key, row);
    return x !== undefined && isOn(curve, row, placeOf) ? [{ x, row }] : [];
  });
  const { [FILLING]: filling } = curve.at;
  if (filling === undefined) return own.length === 0 ? [] : [{ ...curve, rows: own, name: nameOf(own[0].row) }];
  const words = [...rows.slice(0, 1).map(nameOf), `n = ${filling}`].filter(Boolean);
  return [{ ...curve, rows: own, name: words.join(', ') }];
}

function isOn({ at }: Curve, row: StudyRow, placeOf: PlaceOf): boolean {
  if (FILLING in at && row.values[FILLING] !== at[FILLING]) return false;
  return Object.entries(at).every(([other, value]) => (placeOf(other, row) ?? value) === value);
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
    ...new Set(shown.flatMap(({ rows, x }) => (rows.length > 0 ? rows.map((one) => one.x) : x))),
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

function seriesOf({ name, rows, x, observables }: DrawnCurve, observable: string): Series {
  const { mean, error } = observables[observable];
  return {
    name,
    points: rows.map(({ x: at, row }): Point => ({ x: at, ...heightOf(row, observable) })),
    shape: 'points',
    curve: x.map((value, k): Point => ({ x: value, y: mean[k] ?? Number.NaN, error: error[k] ?? 0 })),
  };
}
