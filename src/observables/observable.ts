/** Quantities measured on configurations. */
import type { Measurement } from '../exact/model.ts';

export interface Observable {
  /** camelCase, the key in reports. */
  readonly name: string;
  /** For the generated table: plain text with Unicode mathematics. */
  readonly formula: string;
  readonly normalisation: string;
  readonly reference: string;
  /** The value on one configuration. `measurement`: thermal averages over the electrons in it. */
  evaluate(spins: Float64Array, measurement: Measurement): number;
}

/** A function of means, with an error by jackknife or linear propagation: Binder ratios, specific heat, susceptibilities. */
export interface DerivedObservable {
  readonly name: string;
  readonly formula: string;
  readonly normalisation: string;
  readonly reference: string;
  /** Names of the primary observables whose means it takes, in the order of `evaluate`. */
  readonly inputs: readonly string[];
  evaluate(means: readonly number[]): number;
}
