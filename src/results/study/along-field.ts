/** The spins along a field that differs from point to point: their energy −h Σ S·n at another h takes nothing else. */
import type { ModelParameters } from '../../exact/model.ts';
import { measuredDirection } from '../../observables/direction.ts';
import { MAGNETIZATION_ALONG_FIELD } from '../../observables/magnetization-components.ts';
import { areParallel, signedLength } from '../../spec/sweep/coordinates.ts';

/** A unit vector. */
export type Direction = readonly [number, number, number];

/** The unit vector along a field in whose direction fields count as positive: its first component that is not 0 is above 0. Undefined at zero field. */
export function fieldAxis(field: ModelParameters['field']): Direction | undefined {
  const length = signedLength(field);
  return length === 0 ? undefined : [field[0] / length, field[1] / length, field[2] / length];
}

const COMPONENTS = ['magnetizationX', 'magnetizationY', 'magnetizationZ'];

/** How Σ S·n/N is put together from observables of a point, by their names; undefined where it does not follow from those that it has. */
export function magnetizationAlong(
  axis: Direction,
  parameters: ModelParameters,
  names: readonly string[],
): readonly (readonly [name: string, factor: number])[] | undefined {
  const { vector } = measuredDirection(parameters);
  if (names.includes(MAGNETIZATION_ALONG_FIELD) && areParallel(axis, vector))
    return [[MAGNETIZATION_ALONG_FIELD, Math.sign(dot(axis, vector))]];
  if (!COMPONENTS.every((name) => names.includes(name))) return undefined;
  return COMPONENTS.map((name, c) => [name, axis[c]] as const);
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, c) => sum + value * b[c], 0);
