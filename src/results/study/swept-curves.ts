/** Which points of a study lie on one curve: they differ by the value of the first key that can be an axis alone. */
import { coordinatesOf } from '../../spec/sweep/coordinates.ts';
import type { ListedPoint } from '../../store/study.ts';
import { REALISATION } from './realisation-key.ts';

type Valued = Pick<ListedPoint, 'values'>;

/** Points of different ladders may lie on one curve, and so may realisations of disorder, which are averaged at each place of it. */
export const isOfModel = (key: string): boolean => !key.startsWith('tempering.') && key !== REALISATION;

/** The places of all points along a key, which has numbers or lists on a line; undefined where it has not. */
export function placesAlong(points: readonly Valued[], key: string): ((point: Valued) => number) | undefined {
  const values = points.map((point) => point.values[key]);
  const coordinate = values.some((value) => value === undefined) ? undefined : coordinatesOf(key, values);
  return coordinate && ((point) => coordinate(point.values[key]) as number);
}

/** The first swept key with several places, or with one where none has several; undefined where there is none. */
export function scalarKey(keys: readonly string[], points: readonly Valued[]): string | undefined {
  const scalar = keys.filter((key) => placesAlong(points, key));
  return scalar.find((key) => new Set(points.map(({ values }) => JSON.stringify(values[key]))).size > 1) ?? scalar[0];
}

/** The points by curve; each is a curve of its own where no key has numbers. */
export function sweptCurves<T extends Valued>(keys: readonly string[], points: readonly T[]): T[][] {
  const ofModel = keys.filter(isOfModel);
  const along = scalarKey(ofModel, points);
  const others = ofModel.filter((key) => key !== along);
  return [...Map.groupBy(points, ({ values }) => JSON.stringify(others.map((key) => values[key]))).values()];
}
