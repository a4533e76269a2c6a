/** The points of a study as curves: one for each combination of the values of all keys but the first scalar one. */
import { cellCount } from '../../lattice/linear-size.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import { keyName, SIZE } from '../../results/study/value-text.ts';
import { type Coordinate, coordinatesOf } from '../../spec/sweep/coordinates.ts';
import type { Axis } from '../figures/figure-spec.ts';
import { sizeWords } from './study-tables.ts';
import { sweptTexts } from './swept-texts.ts';

export interface Curve {
  /** The values of the other keys in words: `6 × 6, J = 2`. */
  readonly name: string;
  /** Rows with their place on the x axis, ascending. */
  readonly points: readonly { readonly x: number; readonly row: StudyRow }[];
}

export interface Curves {
  readonly axis: Axis;
  /** All of them; a figure has room for fewer. */
  readonly curves: readonly Curve[];
}

/** Against the first key with several places on an axis, or the number of unit cells where only the size has several values. Undefined where nothing can be an axis. */
export function studyCurves(keys: readonly string[], rows: readonly StudyRow[]): Curves | undefined {
  const scalar = keys.find((key) => hasSeveralPlaces(key, rows));
  const key = scalar ?? (keys.includes(SIZE) ? SIZE : undefined);
  if (key === undefined) return undefined;
  const nameOf = rowNames(keys, rows, [key]);
  const placeOf = key === SIZE ? cellsOf : placesOf(key, rows);
  const placed = rows.flatMap((row) => {
    const x = placeOf?.(row.values[key]);
    return x === undefined ? [] : [{ x, row }];
  });
  const grouped = Map.groupBy(placed, ({ row }) => nameOf(row));
  const curves = [...grouped].map(([name, points]) => ({ name, points: points.toSorted((a, b) => a.x - b.x) }));
  return { axis: axisOf(key, keys, [...new Set(placed.map(({ x }) => x))]), curves };
}

/** The places of the rows along a key; undefined where it is no axis. */
export const placesOf = (key: string, rows: readonly StudyRow[]): Coordinate | undefined =>
  coordinatesOf(
    key,
    rows.map(({ values }) => values[key]),
  );

function hasSeveralPlaces(key: string, rows: readonly StudyRow[]): boolean {
  const placeOf = placesOf(key, rows);
  return new Set(rows.flatMap(({ values }) => placeOf?.(values[key]) ?? [])).size > 1;
}

const cellsOf: Coordinate = (size) => (Array.isArray(size) ? cellCount(size as number[] | number[][]) : undefined);

const hasSeveral = (rows: readonly StudyRow[], key: string): boolean =>
  rows.some(({ values }) => JSON.stringify(values[key]) !== JSON.stringify(rows[0].values[key]));

const SYMBOLS: Readonly<Record<string, string>> = {
  'model.temperature': 'T',
  'model.coupling': 'J',
  'model.chemical_potential': 'μ',
  'model.filling': 'n',
  'model.field': 'h',
};

/** The values of a row in words, of those keys that have several: `6 × 6, J = 2`. `leftOut`: keys that are not told. */
export function rowNames(
  keys: readonly string[],
  rows: readonly StudyRow[],
  leftOut: readonly string[],
): (row: StudyRow) => string {
  const textOf = sweptTexts(keys, rows);
  const told = keys.filter((key) => !leftOut.includes(key) && hasSeveral(rows, key));
  const words = ({ values }: StudyRow, key: string) =>
    key === SIZE ? sizeWords(values[key]) : `${symbolOf(key, keys)} = ${textOf(key, values[key])}`;
  return (row) => told.map((key) => words(row, key)).join(', ');
}

/** A key as formulas write it, or without its section. */
export const symbolOf = (key: string, keys: readonly string[]): string => SYMBOLS[key] ?? keyName(key, keys);

/** Without a unit: that of energy is the one of the spec, and hopping may be 0. */
const AXES: Readonly<Record<string, Axis>> = {
  'model.temperature': { label: 'temperature T' },
  'model.coupling': { label: 'coupling J' },
  'model.chemical_potential': { label: 'chemical potential μ' },
  'model.filling': { label: 'electrons per site' },
  'model.field': { label: 'field h' },
  [SIZE]: { label: 'unit cells' },
};

/** The words of an axis along a key, and its scale by the values that it has. */
export function axisOf(key: string, keys: readonly string[], values: readonly number[]): Axis {
  const axis = AXES[key] ?? { label: keyName(key, keys).replaceAll('_', ' ') };
  return isGeometric(values.toSorted((a, b) => a - b)) ? { ...axis, scale: 'log' } : axis;
}

const DECADE = 10;

/** Whether ascending values extend over a decade, with quotients that are more alike than their differences. */
export function isGeometric(values: readonly number[]): boolean {
  const [first, last] = [values[0], values.at(-1) ?? 0];
  if (values.length < 3 || !(first > 0) || last / first < DECADE) return false;
  const steps = (between: (a: number, b: number) => number) => {
    const all = values.slice(1).map((value, k) => between(values[k], value));
    return Math.max(...all) / Math.min(...all);
  };
  return steps((a, b) => b / a) < steps((a, b) => b - a);
}
