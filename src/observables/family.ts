/** Observables that are computed together: what they share is computed once a configuration. */
import type { Measurement } from '../exact/model.ts';
import type { Family, Observable } from './observable.ts';

/** An observable that is a member of a family, and can be evaluated alone. */
export type FamilyObservable = Observable & {
  evaluate(spins: Float64Array): number;
  readonly member: NonNullable<Observable['member']>;
};

/** The observable, but for its value, that is one value of a family. */
export function memberOf(
  family: Family,
  index: number,
  rest: Omit<Observable, 'evaluate' | 'member'>,
): FamilyObservable {
  return { ...rest, member: { family, index }, evaluate: (spins) => family.evaluate(spins)[index] };
}

/** Writes the values of all observables to the first entries of `row`. */
export type EvaluateAll = (spins: Float64Array, measurement: Measurement, row: Float64Array) => void;

/** Evaluates observables, each family once. */
export function evaluateAll(observables: readonly Pick<Observable, 'evaluate' | 'member'>[]): EvaluateAll {
  const singles = observables.flatMap((one, column) => (one.member ? [] : [{ evaluate: one.evaluate, column }]));
  const members = observables.flatMap(({ member }, column) => (member ? [{ ...member, column }] : []));
  const families = [...Map.groupBy(members, ({ family }) => family)].map(([family, all]) => ({
    family,
    indices: Int32Array.from(all, ({ index }) => index),
    columns: Int32Array.from(all, ({ column }) => column),
  }));
  return (spins, measurement, row) => {
    for (const { evaluate, column } of singles) row[column] = evaluate(spins, measurement);
    for (const { family, indices, columns } of families) {
      const values = family.evaluate(spins);
      for (let k = 0; k < indices.length; k++) row[columns[k]] = values[indices[k]];
    }
  };
}
