/** The points of a study as curves: a key that varies along x, a curve for each combination of the others. */
import { isRatioOfMoments } from '../../src/observables/ratio-of-moments.ts';
import type { SweptValue } from '../../src/spec/study.ts';
import { type Coordinate, coordinatesOf } from '../../src/spec/sweep/coordinates.ts';
import { REALISATION } from '../../src/spec/sweep/realisations.ts';
import { SIZE } from '../../src/spec/sweep/value-text.ts';
import { overRealisations } from '../../src/statistics/realisations.ts';
import type { PointState, StudyState } from '../../src/watch/state.ts';

export interface CurvePoint {
  readonly x: number;
  readonly mean: number;
  readonly error: number;
  /** Whether it still changes: the point runs. */
  readonly isOpen: boolean;
}

export interface Curve {
  /** Values of the other keys. */
  readonly name: string;
  /** By ascending x. */
  readonly points: readonly CurvePoint[];
}

export interface Curves {
  readonly axis: string;
  readonly curves: readonly Curve[];
}

const TEMPERATURE = 'model.temperature';

/** Along x is the first key whose values are numbers, or lists on a line as fields of one direction; of a study of tempered points it is temperature. Where there are other keys, realisations of disorder are averaged. */
export function curvesOf({ keys: all, points }: StudyState, observable: string): Curves {
  const isAveraged = areAveraged(all);
  const keys = isAveraged ? all.filter((key) => key !== REALISATION) : all;
  const isTempered = points.some(({ found }) => found?.some(({ temperature }) => temperature !== undefined));
  const axis = isTempered ? TEMPERATURE : (keys.find((key) => placesAlong(key, points)) ?? keys[0] ?? '');
  const placeOf = placesAlong(axis, points) ?? firstNumber;
  const others = keys.filter((key) => key !== axis);
  const groups = Map.groupBy(points, ({ values }) =>
    others.map((key) => `${shortKey(key)} = ${valueText(key, values[key])}`).join(', '),
  );
  const curves = [...groups].map(([name, group]) => ({
    name,
    points: atPlaces(
      group.flatMap((point) => found(point, placeOf(point.values[axis]) ?? point.number, observable)),
      isAveraged,
    ).sort((a, b) => a.x - b.x),
  }));
  return { axis, curves: curves.filter(({ points: drawn }) => drawn.length > 0) };
}

const areAveraged = (keys: readonly string[]): boolean => keys.includes(REALISATION) && keys.length > 1;

/** The averages of all realisations that are done, where these are two or more at an x. */
function atPlaces(points: readonly CurvePoint[], isAveraged: boolean): CurvePoint[] {
  if (!isAveraged) return [...points];
  return [...Map.groupBy(points, ({ x }) => x)].flatMap(([x, same]) => {
    const done = same.filter(({ isOpen }) => !isOpen);
    if (done.length < 2) return [];
    const { mean, error } = overRealisations([Float64Array.from(done, (one) => one.mean)]);
    return error === null ? [] : [{ x, mean, error, isOpen: done.length < same.length }];
  });
}

function placesAlong(key: string, points: readonly PointState[]): Coordinate | undefined {
  const all = points.map(({ values }) => values[key]);
  return key === SIZE || all.some((value) => value === undefined) ? undefined : coordinatesOf(key, all);
}

/** `place`: where it is along the axis, unless it has temperatures. */
function found(point: PointState, place: number, observable: string): CurvePoint[] {
  return (point.found ?? []).flatMap(({ temperature, observables }) => {
    const known = observables[observable];
    const x = temperature ?? place;
    return known ? [{ x, mean: known[0], error: known[1], isOpen: point.status !== 'done' }] : [];
  });
}

/** A size is drawn at its first length; words have no place. */
const firstNumber: Coordinate = (value) => {
  const first = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'number' ? first : undefined;
};

/** Sizes as 4 × 6, other lists as (0, 0, 0.1). */
export function valueText(key: string, value: SweptValue | undefined): string {
  if (!Array.isArray(value)) return String(value);
  const parts = value.map((one) => valueText('', one));
  return key === SIZE ? parts.join(' × ') : `(${parts.join(', ')})`;
}

export const shortKey = (key: string): string => key.split('.').at(-1) ?? key;

/** Observables that any point has found, those first that are of use most often. Averages of ratios are no ratios of averages, and left out. */
export function observablesOf({ keys, points }: StudyState): string[] {
  const names = new Set(
    points.flatMap(({ found }) => found?.flatMap(({ observables }) => Object.keys(observables)) ?? []),
  );
  const isShown = (name: string) => !areAveraged(keys) || !isRatioOfMoments(name);
  return [...names].filter(isShown).sort((a, b) => rank(a) - rank(b));
}

const rank = (name: string): number => (name.startsWith('structureFactor_') ? 1 : 0);
