/** Estimates of all observables of a run, each with what is known about the accuracy of its values. */

import { MEASUREMENT_TOLERANCE } from '../../chain/running-replica.ts';
import { LOG_IMPORTANCE } from '../../chain/sample-row.ts';
import { measurementErrors } from '../../exact/measurement-errors.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import { accuracyOf, accuracyOfDerived } from '../../observables/accuracy.ts';
import { leadingWaveObservables } from '../../observables/leading-wave.ts';
import type { DerivedObservable, Observable, Observables } from '../../observables/observable.ts';
import { errorOfSquare } from '../../observables/rounding.ts';
import { methodOf } from '../../spec/learns.ts';
import type { Accuracy } from '../../statistics/accuracy.ts';
import { type Chains, countSamples } from '../../statistics/chains.ts';
import {
  type Estimate,
  estimateDerived,
  estimateDerivedUnder,
  estimateMean,
  estimateMeanUnder,
  type Insufficient,
} from '../../statistics/estimate.ts';
import { estimateWindowedDerived, estimateWindowedMean } from '../../statistics/estimate-windows.ts';
import { neededSamples } from '../../statistics/sufficient.ts';
import { normaliseWeights, type Weights } from '../../statistics/weights.ts';
import { electronWindows, isPartial } from './electron-windows.ts';
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
  // A comparison, because NaN stands where a sample was not measured.
  for (const chain of chains)
    for (let k = 0; k < chain.length; k++) if (Math.abs(chain[k]) > largest) largest = Math.abs(chain[k]);
  return largest;
}

/** The weights of all samples after the warm-up, by chain that has some; undefined where all weigh the same. At least one sample. */
export function weightsOf({ measured, spec }: RunData): Weights | undefined {
  if (!methodOf(spec).weighted) return undefined;
  return normaliseWeights(filled(measured(LOG_IMPORTANCE)));
}

/** Estimates of everything that the run has stored, so none of observables without samples. `weights`: see `weightsOf`. */
export function estimates(
  data: RunData,
  { primary, derived }: Observables,
  accuracies: Accuracies,
  weights: Weights | undefined,
): Record<string, Estimate> {
  const whole = wholeEstimates(data, accuracies, weights);
  const partial = partialEstimates(data, accuracies);
  const of = (name: string) => (isPartial(data, name) ? partial : whole);
  const measuredOnes = primary.filter(({ name }) => filled(data.measured(name)).length > 0);
  // A run of an earlier version may lack some.
  const isKnown = ({ inputs }: DerivedObservable) => inputs.every((name) => filled(data.measured(name)).length > 0);
  return Object.fromEntries([
    ...measuredOnes.map(({ name }) => [name, of(name).mean(name)]),
    ...derived.filter(isKnown).map((observable) => [observable.name, of(observable.inputs[0]).combined(observable)]),
  ]);
}

/** Estimates of the observables at the wave vector of the largest structure factor, which every sample measures. `leading`: its name. */
export function leadingWaveEstimates(
  data: RunData,
  leading: string,
  accuracies: Accuracies,
  weights: Weights | undefined,
): Record<string, Estimate> {
  const { combined } = wholeEstimates(data, accuracies, weights);
  const observables = leadingWaveObservables(data.parameters, leading);
  return Object.fromEntries(observables.map((observable) => [observable.name, combined(observable)]));
}

/** Estimates of means, and of functions of them. */
interface Estimates {
  readonly mean: (name: string) => Estimate;
  readonly combined: (observable: DerivedObservable) => Estimate;
}

/** Those of observables that are measured in every sample. */
function wholeEstimates({ measured }: RunData, accuracies: Accuracies, weights: Weights | undefined): Estimates {
  const columns = (name: string) => filled(measured(name));
  return {
    mean: (name) =>
      weights
        ? estimateMeanUnder(weights, columns(name), accuracies[name])
        : estimateMean(columns(name), accuracies[name]),
    combined(observable) {
      const { evaluate } = observable;
      const accuracy = accuracyOfInputs(observable, accuracies, columns);
      const inputs = inputColumns(observable, columns);
      return weights
        ? estimateDerivedUnder(weights, inputs, evaluate, accuracy)
        : estimateDerived(inputs, evaluate, accuracy);
    },
  };
}

/** Those of averages over the electrons where they are measured in a part of the samples. */
function partialEstimates(data: RunData, accuracies: Accuracies): Estimates {
  const windows = electronWindows(data);
  if (!windows) return { mean: () => nothingMeasured(data), combined: () => nothingMeasured(data) };
  const { sampling, windowed } = windows;
  const { measured } = data;
  return {
    mean: (name) => estimateWindowedMean(sampling, windowed(name), accuracies[name]),
    combined(observable) {
      const { inputs, evaluate } = observable;
      return estimateWindowedDerived(
        sampling,
        inputs.map(windowed),
        evaluate,
        accuracyOfInputs(observable, accuracies, measured),
      );
    },
  };
}

/** So few samples that electrons were measured in none. */
function nothingMeasured({ measured }: RunData): Insufficient {
  const samples = countSamples(measured(LOG_IMPORTANCE));
  return { kind: 'insufficient', samples, tau: 0.5, needed: Math.max(samples + 1, neededSamples(0.5)) };
}

/** The series whose means a derived observable takes. */
export const inputColumns = ({ inputs, powers }: DerivedObservable, columns: (name: string) => Chains): Chains[] =>
  inputs.map((name, k) => columns(name).map((chain) => (powers?.[k] === 2 ? squared(chain) : chain)));

function accuracyOfInputs(observable: DerivedObservable, accuracies: Accuracies, columns: (name: string) => Chains) {
  const { inputs, powers } = observable;
  const resolutions = inputs.map((name, k) => {
    const { resolution } = accuracies[name];
    return powers?.[k] === 2 ? errorOfSquare(resolution, largestOf(columns(name)) ** 2) : resolution;
  });
  return accuracyOfDerived(observable, resolutions);
}

function squared(chain: Float64Array): Float64Array {
  const squares = new Float64Array(chain.length);
  for (let k = 0; k < chain.length; k++) squares[k] = chain[k] * chain[k];
  return squares;
}
