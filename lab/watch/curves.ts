/** The points of a study as curves: a key that varies along x, a curve for each combination of the others. */

import { isRatioOfMoments } from '../../src/observables/ratio-of-moments.ts';
import type { SweptValue } from '../../src/spec/study.ts';
import { REALISATION } from '../../src/spec/sweep/realisations.ts';
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

/** Along x is the first key whose values are numbers; of a study of tempered points it is temperature. Where there are other keys, realisations of disorder are averaged. */
export function curvesOf({ keys: all, points }: StudyState, observable: string): Curves {
  const isAveraged = areAveraged(all);
  const keys = isAveraged ? all.filter((key) => key !== REALISATION) : all;
  const isTempered = points.some(({ found }) => found?.some(({ temperature }) => temperature !== undefined));
  const axis = isTempered ? TEMPERATURE : (keys.find((key) => isNumeric(key, points)) ?? keys[0] ?? '');
  const others = keys.filter((key) => key !== axis);
  const groups = Map.groupBy(points, ({ values }) =>
    others.map((key) => `${shortKey(key)} = ${valueText(values[key])}`).join(', '),
  );
  const curves = [...groups].map(([name, group]) => ({
    name,
    points: atPlaces(
      group.flatMap((point) => found(point, axis, observable)),
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

const isNumeric = (key: string, points: readonly PointState[]): boolean =>
  points.every(({ values }) => typeof values[key] === 'number');

function found(point: PointState, axis: string, observable: string): CurvePoint[] {
  return (point.found ?? []).flatMap(({ temperature, observables }) => {
    const known = observables[observable];
    const x = temperature ?? numberOf(point.values[axis], point.number);
    return known ? [{ x, mean: known[0], error: known[1], isOpen: point.status !== 'done' }] : [];
  });
}

/** A size is drawn at its first length, and a word at the number of its point. */
function numberOf(value: SweptValue | undefined, number: number): number {
  if (typeof value === 'number') return value;
  const first = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'number' ? first : number;
}

export const valueText = (value: SweptValue | undefined): string =>
  Array.isArray(value) ? value.map(valueText).join(' × ') : String(value);

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
