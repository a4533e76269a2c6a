/** How well the observables of a model are known, given how well its averages over the electrons are. */
import type { Measurement } from '../exact/model.ts';
import { type Accuracy, roundingOf } from '../statistics/accuracy.ts';
import type { DerivedAccuracy } from '../statistics/estimate.ts';
import type { DerivedObservable, Observable } from './observable.ts';

/** The accuracy of an observable whose values are no larger than `largest`. */
export function accuracyOf(observable: Observable, errors: Measurement, largest: number): Accuracy {
  const resolution = observable.resolution?.(errors, largest) ?? 0;
  return { resolution: resolution + roundingOf(largest), isPositive: observable.isPositive ?? false };
}

/** The accuracy of a derived observable. `inputs`: resolutions of the values that it takes the means of. */
export function accuracyOfDerived(observable: DerivedObservable, inputs: readonly number[]): DerivedAccuracy {
  const resolution = (means: readonly number[]) =>
    observable.resolution?.(inputs, means) ?? changeOf(observable, inputs, means);
  return { inputs, resolution, isPositive: observable.isPositive ?? false };
}

/** The sum of the changes that each mean makes when it moves by its error. */
function changeOf({ evaluate }: DerivedObservable, errors: readonly number[], means: readonly number[]): number {
  const value = evaluate(means);
  const changes = errors.map((error, a) => Math.abs(evaluate(means.with(a, means[a] + error)) - value));
  return changes.reduce((sum, change) => sum + change, roundingOf(Math.abs(value)));
}
