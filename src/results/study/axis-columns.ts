/** Columns that tables have beside those of the swept keys: the places of vectors and lists on an axis. */
import type { SweptValue } from '../../spec/study.ts';
import { placesAlong } from './swept-curves.ts';
import { SIZE } from './value-text.ts';

export interface AxisColumn {
  /** The key whose values have these places. */
  readonly key: string;
  /** `model.field.coordinate` */
  readonly name: string;
  of(values: Readonly<Record<string, SweptValue>>): number | undefined;
}

export const coordinateName = (key: string): string => `${key}.coordinate`;

/** For every key whose values are lists on a line. `points`: all of them. */
export const axisColumns = (
  keys: readonly string[],
  points: readonly { readonly values: Readonly<Record<string, SweptValue>> }[],
): AxisColumn[] =>
  keys.flatMap((key) => {
    const isList = key !== SIZE && points.some(({ values }) => Array.isArray(values[key]));
    const placeOf = isList ? placesAlong(points, key) : undefined;
    return placeOf ? [{ key, name: coordinateName(key), of: (values) => placeOf({ values }) }] : [];
  });
