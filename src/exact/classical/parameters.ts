/** The parameters of the spins' own energy, complete, and which terms they have. */
import { InputError } from '../../errors.ts';
import { withClassicalDefaults } from '../defaults.ts';
import { TERMS } from './registry.ts';
import type { ClassicalParameters, ClassicalTerm, CompleteParameters } from './term.ts';

/** The parameters with every default filled in and the axis of length 1. Throws InputError for an axis of length 0. */
export function completeParameters(parameters: ClassicalParameters): CompleteParameters {
  const all = withClassicalDefaults(parameters);
  return { ...all, axis: unitAxis(all.axis) };
}

function unitAxis(axis: readonly [number, number, number]): readonly [number, number, number] {
  const largest = Math.max(...axis.map(Math.abs));
  if (largest === 0) {
    throw new InputError('axis: expected a vector that is not 0, found 0, 0, 0\n  did you mean [0, 0, 1]?');
  }
  // Divided by the largest component first: squares of large ones would overflow.
  const [x, y, z] = axis.map((component) => component / largest);
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

/** The terms that these parameters have. */
export const termsOf = (parameters: ClassicalParameters): readonly ClassicalTerm[] =>
  TERMS.filter(({ key }) => [parameters[key] ?? 0].flat().some((value) => value !== 0));

/** Whether there is nothing but Heisenberg exchange and a field. */
export const isIsotropic = (parameters: ClassicalParameters): boolean =>
  termsOf(parameters).every(({ key }) => key === 'exchange' || key === 'field');

/** The numbers of the shells, from 1, on which a bond may have something. */
export function shellsOf({ exchange, exchangeAxial, dzyaloshinskiiMoriya, biquadratic }: CompleteParameters): number[] {
  const lists = [exchange, exchangeAxial, dzyaloshinskiiMoriya, biquadratic];
  const count = Math.max(...lists.map((list) => list.length));
  const shells = Array.from({ length: count }, (_, index) => index + 1);
  return shells.filter((shell) => lists.some((list) => (list[shell - 1] ?? 0) !== 0));
}
