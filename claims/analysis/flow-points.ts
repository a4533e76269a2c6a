/** Flows by their place, and places by name. */
import type { FlowChoice } from '../../src/flow/choice.ts';
import type { SpecInput } from '../../src/spec/spec.ts';

/** Spins with electrons at J = 1 and half filling, or alone with a Heisenberg exchange of 1. */
export type Physics = 'electrons' | 'spins alone';
export type Base = 'uniform' | 'linear';
export type Conditioner = NonNullable<FlowChoice['conditioner']>;

export const BASES: readonly Base[] = ['uniform', 'linear'];
export const CONDITIONERS: readonly Conditioner[] = ['attention', 'shells', 'components'];

/** A lattice and a temperature. */
export interface Place {
  readonly physics: Physics;
  readonly size: readonly [number, number];
  readonly temperature: number;
}

/** A flow at one place; its layers are counted in rounds. */
export interface FlowPoint extends Place {
  readonly base: Base;
  readonly rounds: number;
  readonly conditioner: Conditioner;
}

export const square = (length: number): readonly [number, number] => [length, length];

/** The exact model of a place, on a square lattice. */
export function specAt({ physics, size, temperature }: Place): SpecInput {
  const alone = { hopping: [], coupling: 0, exchange: [1] };
  return { lattice: { size: [...size] }, model: { temperature, ...(physics === 'electrons' ? {} : alone) } };
}

export const placeName = ({ physics, size: [a, b], temperature }: Place): string =>
  `${physics === 'electrons' ? '' : 'spins alone, '}${a} × ${b}, T = ${temperature}`;

/** A name that says everything about a point. */
export const pointName = (point: FlowPoint): string =>
  `${placeName(point)}, ${point.base}, ${point.rounds.toFixed(2)} rounds, ${point.conditioner}`;

export const samePlace = (a: Place, b: Place): boolean => placeName(a) === placeName(b);
