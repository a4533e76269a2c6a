/** The reports of the points of a study, with the order of all points of a curve at one wave vector. */
import type { ListedPoint, StoredStudy } from '../../store/study.ts';
import { TEMPERATURE } from '../summary/point-runs.ts';
import { leadingWave, type PointOrder } from './leading-wave.ts';
import { type OrderRead, readMean, readOrder, withOrder } from './order-read.ts';
import { type PointPart, partKeys, partsOf } from './point-parts.ts';
import { readStudyPoints, type StudyPointReport } from './read-points.ts';
import { sweptCurves } from './swept-curves.ts';

export interface StudyReports {
  readonly study: StoredStudy;
  /** The largest structure factors by the name of a point: one, of a tempered point one for each temperature, ascending; null without samples. */
  readonly orders: ReadonlyMap<string, readonly (PointOrder | null)[]>;
  /** The structure factor of the order of the curve that a point lies on, or one temperature of it; undefined without samples. */
  waveOf(part: NamedPart): string | undefined;
  /** Names of the points that have all of their samples. */
  readonly done: ReadonlySet<string>;
  /** The points in the order of the list, one after the other: of thousands of reports one has to be in memory. */
  points(): Generator<StudyPointReport, void, undefined>;
}

type NamedPart = Pick<ListedPoint, 'name' | 'values'>;

/** Points that are read again, each for a tenth of a second or less: those whose order is at another wave vector than that of their curve, and those with few samples. */
const MOST_READ = 1000;

/** A report of a point that is not up to date is made, and kept in the directory of its run. */
export function studyReports(study: StoredStudy): StudyReports {
  const places = withMeans(study, [...placesOf(study)]);
  const waves = wavesOf(study, places);
  const shared = sharedOrders(study, places, waves);
  const waveByPart = new Map([...waves].map(([place, wave]) => [partWords(place), wave]));
  return {
    study,
    orders: byName(places.map(({ name, order }) => [name, order])),
    waveOf: (part) => waveByPart.get(partWords(part)),
    done: new Set(places.flatMap(({ name, status }) => (status === 'done' ? [name] : []))),
    *points() {
      for (const point of readStudyPoints(study)) yield withShared(point, shared.get(point.name) ?? []);
    },
  };
}

/** A point at one temperature. */
interface Place extends Pick<PointPart, 'values'> {
  readonly name: string;
  readonly status: StudyPointReport['status'];
  /** The place in the ladder; 0 of a point that is not tempered. */
  readonly rung: number;
  readonly order: PointOrder | null;
}

function* placesOf(study: StoredStudy): Generator<Place> {
  for (const point of readStudyPoints(study))
    for (const [rung, { values, report }] of partsOf(point).entries())
      yield { name: point.name, values, status: point.status, rung, order: orderOf(report) };
}

function orderOf(report: PointPart['report']): PointOrder | null {
  const largest = report?.largestStructureFactor;
  return largest ? { name: largest.name, mean: largest.mean } : null;
}

/** Reports have no mean where there are too few samples for an error bar; the order is told from it all the same. */
function withMeans(study: StoredStudy, places: readonly Place[]): Place[] {
  let left = MOST_READ;
  return places.map((place) => {
    const { order } = place;
    if (order === null || order.mean !== null || left-- <= 0) return place;
    return { ...place, order: { ...order, mean: readMean(study, place, order.name) } };
  });
}

const partWords = ({ name, values }: NamedPart): string => JSON.stringify([name, values[TEMPERATURE]]);

/** The wave vectors of the curves by their points, those without samples left out. */
function wavesOf(study: StoredStudy, places: readonly Place[]): Map<Place, string | undefined> {
  const curves = sweptCurves(
    partKeys(study.keys, places),
    places.filter(({ order }) => order !== null),
  );
  return new Map(
    curves.flatMap((curve) => {
      const wave = leadingWave(curve.map(orderIn));
      return curve.map((place) => [place, wave] as const);
    }),
  );
}

/** What points with another wave vector than that of their curve have at that one; undefined of all others. */
function sharedOrders(
  study: StoredStudy,
  places: readonly Place[],
  waves: ReadonlyMap<Place, string | undefined>,
): Map<string, (OrderRead | undefined)[]> {
  let left = MOST_READ;
  const read = places.map((place) => {
    const wave = waves.get(place);
    const isShared = wave === undefined || place.order?.name === wave;
    return [place.name, isShared ? undefined : readOrder(study, place, wave, left-- > 0)] as const;
  });
  return byName(read);
}

const orderIn = ({ order }: Place): PointOrder | null => order;

function byName<T>(entries: readonly (readonly [name: string, value: T])[]): Map<string, T[]> {
  const all = new Map<string, T[]>();
  for (const [name, value] of entries) {
    const same = all.get(name);
    if (same) same.push(value);
    else all.set(name, [value]);
  }
  return all;
}

function withShared(point: StudyPointReport, orders: readonly (OrderRead | undefined)[]): StudyPointReport {
  const { report } = point;
  if (!report || orders.every((one) => one === undefined)) return point;
  if (!('temperatures' in report)) return { ...point, report: withOrder(report, orders[0]) };
  const temperatures = report.temperatures.map((one, rung) => withOrder(one, orders[rung]));
  return { ...point, report: { ...report, temperatures } };
}
