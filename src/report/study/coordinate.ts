/** Swept values as coordinates of an axis. */
import { SIZE } from '../../results/study/value-text.ts';
import type { SweptValue } from '../../spec/study.ts';

/** The one key whose values are vectors. */
const FIELD = 'model.field';

/** A number as it is, the number of cells of a size, and a field by its length, with the sign of its first component that is not 0; undefined for anything else. */
export function coordinate(key: string, value: SweptValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (!Array.isArray(value)) return undefined;
  const numbers = value.map(Number);
  if (key === SIZE) return numbers.reduce((product, length) => product * length, 1);
  return key === FIELD ? signedLength(numbers) : undefined;
}

function signedLength(vector: readonly number[]): number {
  const [first = 0] = vector.filter((component) => component !== 0);
  return Math.sign(first) * Math.hypot(...vector);
}

/** Rounding of directions, by the sine of the angle between them. */
const PARALLEL = 1e-9;

/** Whether values lie on one axis: fields have one direction. */
export function haveOneAxis(key: string, values: readonly (SweptValue | undefined)[]): boolean {
  if (key !== FIELD) return true;
  const vectors = values
    .map((value) => (Array.isArray(value) ? value.map(Number) : []))
    .filter((one) => Math.hypot(...one) > 0);
  return vectors.every((one) => areParallel(vectors[0], one));
}

function areParallel(a: readonly number[], b: readonly number[]): boolean {
  const product = a.reduce((sum, value, c) => sum + value * b[c], 0);
  const norms = Math.hypot(...a) * Math.hypot(...b);
  return norms * norms - product * product <= PARALLEL * PARALLEL * norms * norms;
}
