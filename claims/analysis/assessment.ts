/** How good a model is, by samples of the exact ensemble that it has not seen. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import type { TrainingSample } from '../../src/training/fit/data-set.ts';
import { pairedAcceptance } from './paired-acceptance.ts';
import { type Combined, combined, mean } from './seeds.ts';

export interface Assessment {
  /** The mean square of β(F − E), mean removed, and its error. */
  readonly error: number;
  readonly errorOfError: number;
  /** The same of βF alone: the error of a constant. */
  readonly spread: number;
  /** The acceptance of decorrelated proposals; null where none were made. */
  readonly acceptance: Combined | null;
}

export function assess(
  exact: SpinFermionModel,
  model: EffectiveModel,
  testSamples: readonly TrainingSample[],
  proposals: number,
  seed: number,
): Assessment {
  const { temperature } = exact.parameters;
  const residuals = testSamples.map(({ spins, freeEnergy }) => (freeEnergy - model.energy(spins)) / temperature);
  const { variance, error } = varianceOf(residuals);
  const acceptance = proposals > 0 ? pairedAcceptance(exact, model, testSamples, proposals, seed) : null;
  const { variance: spread } = varianceOf(testSamples.map(({ freeEnergy }) => freeEnergy / temperature));
  return { error: variance, errorOfError: error, spread, acceptance };
}

/** The variance of independent values; its error is √((m₄ − m₂²)/n). */
export function varianceOf(values: readonly number[]): { readonly variance: number; readonly error: number } {
  const centre = mean(values);
  const squares = values.map((value) => (value - centre) * (value - centre));
  const variance = mean(squares);
  const fourth = mean(squares.map((square) => square * square));
  return { variance, error: Math.sqrt(Math.max(0, fourth - variance * variance) / values.length) };
}

/** The mean squared errors of several seeds, one by one. */
export const errorsOf = (seeds: readonly Assessment[]): Combined[] =>
  seeds.map(({ error, errorOfError }) => ({ value: error, error: errorOfError }));

export interface AverageAssessment {
  readonly error: Combined;
  readonly acceptance: Combined;
}

/** The averages over seeds. */
export function overSeeds(seeds: readonly Assessment[]): AverageAssessment {
  return {
    error: combined(errorsOf(seeds)),
    acceptance: combined(seeds.map(({ acceptance }) => acceptance ?? { value: Number.NaN, error: Number.NaN })),
  };
}
