/** Swept values as places on one axis: numbers as they are, and lists of numbers where these lie on a straight line. */
import type { SweptValue } from '../study.ts';

/** The place of a value on the axis of its key; undefined where it has none. */
export type Coordinate = (value: SweptValue | undefined) => number | undefined;

/** The key of the field, a vector in space: the places of fields along one direction are their lengths. */
export const FIELD = 'model.field';

/** Keys whose values are lists of strengths, by neighbour shell or by direction of the lattice. */
const STRENGTHS: readonly string[] = [
  'model.hopping',
  'model.exchange',
  'model.exchange_axial',
  'model.biquadratic',
  'model.dzyaloshinskii_moriya',
  'lattice.twist',
];

/**
 * The axis of a key with these values; undefined where they are words, or lists that do not lie on a line. Numbers are their own places, and a field is placed by its length, with the sign of its first component that is
 * not 0; where fields have no common direction, and of other lists, the place is the first component that varies. Shorter lists end with zeros.
 */
export function coordinatesOf(key: string, values: readonly (SweptValue | undefined)[]): Coordinate | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.every((value) => typeof value === 'number')) return numberOf;
  const lists = known.map(listOf);
  if (!lists.every((one) => one !== undefined)) return undefined;
  if (key === FIELD && lists.every((one) => areParallel(longest(lists), one))) return along;
  if (key !== FIELD && !STRENGTHS.includes(key)) return undefined;
  const component = varying(lists);
  return areOnLine(lists) ? (value) => componentOf(value, component) : undefined;
}

const numberOf = (value: SweptValue | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

function listOf(value: SweptValue): readonly number[] | undefined {
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'number');
  return isList ? (value as readonly number[]) : undefined;
}

const along: Coordinate = (value) => {
  const list = value === undefined ? undefined : listOf(value);
  return list && signedLength(list);
};

/** The length of a vector, with the sign of its first component that is not 0. */
export function signedLength(vector: readonly number[]): number {
  const [first = 0] = vector.filter((component) => component !== 0);
  return Math.sign(first) * length(vector);
}

function componentOf(value: SweptValue | undefined, component: number): number | undefined {
  const list = value === undefined ? undefined : listOf(value);
  return list && (list[component] ?? 0);
}

/** The first component that is not the same everywhere; the first of all where none is. */
function varying(lists: readonly (readonly number[])[]): number {
  const longestLength = lists.reduce((most, list) => Math.max(most, list.length), 0);
  const components = Array.from({ length: longestLength }, (_, c) => c);
  return components.find((c) => lists.some((list) => (list[c] ?? 0) !== (lists[0][c] ?? 0))) ?? 0;
}

function areOnLine(lists: readonly (readonly number[])[]): boolean {
  const differences = lists.map((list) => difference(list, lists[0]));
  return differences.every((one) => areParallel(longest(differences), one));
}

const difference = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, c) => (a[c] ?? 0) - (b[c] ?? 0));

const longest = (vectors: readonly (readonly number[])[]): readonly number[] =>
  vectors.reduce((a, b) => (length(b) > length(a) ? b : a));

/** Rounding of directions, by the sine of the angle between them. */
const PARALLEL = 1e-9;

/** Whether two vectors lie on one line through 0, as 0 itself does with any. */
export function areParallel(a: readonly number[], b: readonly number[]): boolean {
  const norm = length(a);
  if (norm === 0) return length(b) === 0;
  const product = b.reduce((sum, value, c) => sum + value * (a[c] ?? 0), 0) / norm;
  const across = difference(
    b,
    a.map((value) => (value * product) / norm),
  );
  return length(across) <= PARALLEL * length(b);
}

const length = (vector: readonly number[]): number => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
