/** The observables of a model. */
import type { ModelParameters } from '../exact/model.ts';
import { checkLength } from '../numeric/check-array.ts';
import { chiralities } from './chirality.ts';
import { nearestNeighbourCorrelation } from './correlation.ts';
import { electronAverages } from './electrons.ts';
import { magneticResponses, magnetizations } from './magnetization.ts';
import type { DerivedObservable, Observable } from './observable.ts';
import { electronResponses } from './response.ts';
import { antiferromagneticStructureFactor, structureFactors } from './structure-factor.ts';

/** The observables of a model: those that are measured, and functions of their means. */
export interface Observables {
  /** Observables that are measured on every configuration. */
  readonly primary: readonly Observable[];
  /** Observables that are functions of their means. */
  readonly derived: readonly DerivedObservable[];
}

/**
 * Everything that makes sense on the lattice: docs/observables.md. Needs T > 0. Your own observables are plain objects; append
 * them to the lists.
 */
export function observablesFor(parameters: ModelParameters): Observables {
  const { lattice } = parameters;
  const length = 3 * lattice.siteCount;
  const factors = structureFactors(lattice);
  return {
    primary: [
      ...electronAverages(parameters),
      ...magnetizations(lattice),
      ...antiferromagneticStructureFactor(lattice, factors),
      ...nearestNeighbourCorrelation(lattice),
      ...chiralities(lattice),
      ...factors,
    ].map((observable) => checked(observable, length)),
    derived: [...electronResponses(parameters), ...magneticResponses(parameters)],
  };
}

/** Spins of another lattice would be read past their end, or in part. */
function checked(observable: Observable, length: number): Observable {
  return {
    ...observable,
    evaluate(spins, measurement) {
      checkLength('spins', spins, length);
      return observable.evaluate(spins, measurement);
    },
  };
}
