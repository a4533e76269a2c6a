/** Which points of a study lie on one curve: they differ by the value of the first key with numbers alone. */
import type { ListedPoint } from '../../store/study.ts';
import { REALISATION } from './realisation-key.ts';
import { SIZE } from './value-text.ts';

type Valued = Pick<ListedPoint, 'values'>;

/** Points of different ladders may lie on one curve, and so may realisations of disorder, which are averaged at each place of it. */
export const isOfModel = (key: string): boolean => !key.startsWith('tempering.') && key !== REALISATION;

export const hasNumbers = (points: readonly Valued[], key: string): boolean =>
  key !== SIZE && points.every(({ values }) => typeof values[key] === 'number');

/** The first swept key with several numbers, or with one where none has several; undefined where there is none. */
export function scalarKey(keys: readonly string[], points: readonly Valued[]): string | undefined {
  const scalar = keys.filter((key) => hasNumbers(points, key));
  return scalar.find((key) => new Set(points.map(({ values }) => values[key])).size > 1) ?? scalar[0];
}

/** The points by curve; each is a curve of its own where no key has numbers. */
export function sweptCurves<T extends Valued>(keys: readonly string[], points: readonly T[]): T[][] {
  const ofModel = keys.filter(isOfModel);
  const along = scalarKey(ofModel, points);
  const others = ofModel.filter((key) => key !== along);
  return [...Map.groupBy(points, ({ values }) => JSON.stringify(others.map((key) => values[key]))).values()];
}
