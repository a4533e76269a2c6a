/** Estimates of all observables of a run, each with what is known about the accuracy of its values. */
import { LOG_IMPORTANCE, MEASUREMENT_TOLERANCE } from '../../chain/spec-chain.ts';
import { measurementErrors } from '../../exact/measurement-errors.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import { accuracyOf, accuracyOfDerived } from '../../observables/accuracy.ts';
import type { DerivedObservable, Observable } from '../../observables/observable.ts';
import type { Observables } from '../../observables/observables-for.ts';
import { methodNamed } from '../../sampling/samplers/methods.ts';
import type { Accuracy } from '../../statistics/accuracy.ts';
import {
  type Estimate,
  estimateDerived,
  estimateDerivedUnder,
  estimateMean,
  estimateMeanUnder,
} from '../../statistics/estimate.ts';
import { normaliseWeights, type Weights } from '../../statistics/weights.ts';
import { filled, type RunData } from './run-data.ts';

/** Accuracies by name of all that is measured on every configuration. */
type Accuracies = Readonly<Record<string, Accuracy>>;

/** Each is found when it is asked for first, which is when the column of its observable is read anyway. */
export function accuraciesOf({ parameters, stored }: RunData, primary: readonly Observable[]): Accuracies {
  const errors = measurementErrors(spinFermionSystem(parameters), MEASUREMENT_TOLERANCE);
  const accuracies = {};
  for (const observable of primary) {
    const { name } = observable;
    const get = remembered(() => accuracyOf(observable, errors, largestOf(stored(name))));
    Object.defineProperty(accuracies, name, { get });
  }
  return accuracies;
}

function remembered<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function largestOf(chains: readonly Float64Array[]): number {
  let largest = 0;
  for (const chain of chains) for (let k = 0; k < chain.length; k++) largest = Math.max(largest, Math.abs(chain[k]));
  return largest;
}

/** The weights of all samples after the warm-up, by chain that has some; undefined where all weigh the same. At least one sample. */
export function weightsOf({ measured, spec }: RunData): Weights | undefined {
  if (!methodNamed(spec.sampling.method).weighted) return undefined;
  return normaliseWeights(filled(measured(LOG_IMPORTANCE)));
}

/** Estimates of everything that the run has stored, so none of observables without samples. `weights`: see `weightsOf`. */
export function estimates(
  { measured }: RunData,
  { primary, derived }: Observables,
  accuracies: Accuracies,
  weights: Weights | undefined,
): Record<string, Estimate> {
  const columns = (name: string) => filled(measured(name));
  const mean = (name: string) =>
    weights
      ? estimateMeanUnder(weights, columns(name), accuracies[name])
      : estimateMean(columns(name), accuracies[name]);
  const combined = (observable: DerivedObservable) => {
    const { inputs, evaluate } = observable;
    const accuracy = accuracyOfDerived(
      observable,
      inputs.map((name) => accuracies[name].resolution),
    );
    return weights
      ? estimateDerivedUnder(weights, inputs.map(columns), evaluate, accuracy)
      : estimateDerived(inputs.map(columns), evaluate, accuracy);
  };
  const measuredOnes = primary.filter(({ name }) => columns(name).length > 0);
  return Object.fromEntries([
    ...measuredOnes.map(({ name }) => [name, mean(name)]),
    ...derived.map((observable) => [observable.name, combined(observable)]),
  ]);
}
