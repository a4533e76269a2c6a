/** Quantities measured on configurations. */
import type { Measurement } from '../exact/model.ts';

/** Several functions of the spins. */
export interface Family {
  /** The values of all members on one configuration; valid until the next call. */
  evaluate(spins: Float64Array): Float64Array;
}

/** Which value of a family an observable is. */
export interface Member {
  readonly family: Family;
  readonly index: number;
}

/** A quantity measured on configurations. */
export interface Observable {
  /** Name in camelCase, the key in reports. */
  readonly name: string;
  /** Formula for the generated table: plain text with Unicode mathematics. */
  readonly formula: string;
  readonly normalisation: string;
  readonly reference: string;
  /** Whether the quantity is not negative and may be smaller than its evaluation resolves: reports then give an upper bound. */
  readonly isPositive?: boolean;
  /** The value on one configuration. `measurement`: thermal averages over the electrons in it. */
  evaluate(spins: Float64Array, measurement: Measurement): number;
  /** Whose values it is one of, where several observables share what they are computed from. */
  readonly member?: Member;
  /**
   * A bound on the error of `evaluate` beside the last digits of its result: values whose spread is within it are taken for a constant. Needed where large
   * terms cancel or averages over the electrons enter. `errors`: bounds on the errors of the measurement; `largest`: no value is larger.
   */
  resolution?(errors: Measurement, largest: number): number;
}

/** A function of means, with an error by linear propagation: Binder ratios, specific heat, susceptibilities. */
export interface DerivedObservable {
  readonly name: string;
  readonly formula: string;
  readonly normalisation: string;
  readonly reference: string;
  /** Whether it is not negative, as for observables. */
  readonly isPositive?: boolean;
  /** Names of the primary observables whose means it takes, in the order of `evaluate`. */
  readonly inputs: readonly string[];
  /** Powers of their samples whose means are taken; 1 where left out. */
  readonly powers?: readonly (1 | 2)[];
  /** The function of the means of `inputs`. */
  evaluate(means: readonly number[]): number;
  /** A bound on its error, given those of the values that the means are taken of; found by changing the means one by one where it is left out. */
  resolution?(errors: readonly number[], means: readonly number[]): number;
}

/** The observables of a model: those that are measured, and functions of their means. */
export interface Observables {
  /** Observables that are measured on every configuration. */
  readonly primary: readonly Observable[];
  /** Observables that are functions of their means. */
  readonly derived: readonly DerivedObservable[];
}
