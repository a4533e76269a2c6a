/** The points of a study as curves: one for each size, quantity and value of all other keys. */
import { linearSize } from '../../lattice/linear-size.ts';
import type { SweptValue } from '../../spec/study.ts';
import type { CurvePoint } from '../../statistics/polynomial-fit.ts';
import type { ListedPoint } from '../../store/study.ts';
import type { RunData } from '../summary/run-data.ts';
import { leadingWave, type PointOrder } from './leading-wave.ts';
import { type OrderValues, orderOfPoint } from './point-values.ts';
import { REALISATION } from './realisation-key.ts';
import { averagedOrder, realisedOrder } from './realised-order.ts';
import { placesAlong, scalarKey } from './swept-curves.ts';
import { SIZE } from './value-text.ts';

/** A point of a study that has samples, and how its run is read. */
export interface ReadablePoint extends Pick<ListedPoint, 'values'> {
  /** The largest structure factor; null without samples. */
  readonly order: PointOrder | null;
  /** What `use` makes of all that the run holds, which is closed afterwards. */
  withData<T>(use: (data: RunData) => T): T;
}

/** The curves of all sizes along one key, at one value of all other keys. */
export interface SizeCurves {
  /** The key of x. */
  readonly key: string;
  /** The values of the other keys but the size. */
  readonly at: Readonly<Record<string, SweptValue>>;
  /** In ascending order of L. */
  readonly sizes: readonly SizeCurve[];
}

export interface SizeCurve {
  /** Unit cells per direction, and L. */
  readonly size: readonly number[];
  readonly length: number;
  /** The structure factor of the order, the same at all points of the size. */
  readonly leading: string;
  /** The curve of a quantity by its name. */
  curve(name: string): CurvePoint[];
}

/** The curves of a study in which sizes and a key with places on an axis are swept; none otherwise. `key`: that of x. */
export function sizeCurves(
  keys: readonly string[],
  points: readonly ReadablePoint[],
  key = scalarKey(keys, points),
): SizeCurves[] {
  const placeOf = key === undefined ? undefined : placesAlong(points, key);
  if (key === undefined || !placeOf || !keys.includes(SIZE)) return [];
  const others = keys.filter((one) => one !== key && one !== SIZE);
  const atOf = ({ values }: ReadablePoint) => Object.fromEntries(others.map((one) => [one, values[one]]));
  const groups = Map.groupBy(points, (point) => JSON.stringify(atOf(point)));
  return [...groups.values()].map((group) => {
    const bySize = Map.groupBy(group, ({ values }) => JSON.stringify(values[SIZE]));
    const sizes = [...bySize.values()].flatMap((same) => sizeCurve(placeOf, same) ?? []);
    return { key, at: atOf(group[0]), sizes: sizes.sort((a, b) => a.length - b.length) };
  });
}

/** What the points at one x have: each by itself, or the average of realisations of disorder. */
function orderAt(points: readonly ReadablePoint[], leading: string): OrderValues[] {
  const begun = points.filter(({ order }) => order !== null);
  if (!points.every(({ values }) => REALISATION in values))
    return begun.map((point) => point.withData((data) => orderOfPoint(data, leading)));
  const realisations = begun.map((point) => ({
    seed: point.values[REALISATION] as number,
    order: point.withData((data) => realisedOrder(data, leading)),
  }));
  return [averagedOrder(realisations)];
}

function sizeCurve(placeOf: (point: ReadablePoint) => number, points: readonly ReadablePoint[]): SizeCurve | undefined {
  const leading = leadingWave(points.map(({ order }) => order));
  if (leading === undefined) return undefined;
  const read = [...Map.groupBy(points, placeOf)].flatMap(([x, same]) =>
    orderAt(same, leading).map((values) => ({ x, values })),
  );
  const size = [points[0].values[SIZE]].flat() as number[];
  return {
    size,
    length: linearSize(size),
    leading,
    curve: (name) =>
      read.flatMap(({ x, values }) => {
        const value = values[name];
        return value ? [{ x, value: value.mean, error: value.error, replicas: value.replicas }] : [];
      }),
  };
}
