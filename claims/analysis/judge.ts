/** How good a model is, by samples of the exact ensemble that it has not seen. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import type { Sample } from '../../src/training/fit/data-set.ts';
import { pairedAcceptance } from './paired-acceptance.ts';
import { type Combined, combined } from './seeds.ts';

export interface Judgement {
  /** Mean square of β(F − E), mean removed, and its error. */
  readonly error: number;
  readonly errorOfError: number;
  /** Of βF alone: what a model that knows nothing is left with. */
  readonly spread: number;
  /** Of decorrelated proposals; null where none were made. */
  readonly acceptance: Combined | null;
}

export function judge(
  exact: SpinFermionModel,
  model: EffectiveModel,
  judges: readonly Sample[],
  proposals: number,
  seed: number,
): Judgement {
  const { temperature } = exact.parameters;
  const residuals = judges.map(({ spins, freeEnergy }) => (freeEnergy - model.energy(spins)) / temperature);
  const { variance, error } = varianceOf(residuals);
  const acceptance = proposals > 0 ? pairedAcceptance(exact, model, judges, proposals, seed) : null;
  const { variance: spread } = varianceOf(judges.map(({ freeEnergy }) => freeEnergy / temperature));
  return { error: variance, errorOfError: error, spread, acceptance };
}

/** Of independent values; its error is √((m₄ − m₂²)/n). */
export function varianceOf(values: readonly number[]): { readonly variance: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.map((value) => (value - mean) * (value - mean));
  const variance = squares.reduce((sum, square) => sum + square, 0) / values.length;
  const fourth = squares.reduce((sum, square) => sum + square * square, 0) / values.length;
  return { variance, error: Math.sqrt(Math.max(0, fourth - variance * variance) / values.length) };
}

/** With its error, of one seed. */
export const errorOf = ({ error, errorOfError }: Judgement): Combined => ({ value: error, error: errorOfError });

/** Mean squared error and acceptance over seeds. */
export function overSeeds(seeds: readonly Judgement[]): { readonly error: Combined; readonly acceptance: Combined } {
  return {
    error: combined(seeds.map(errorOf)),
    acceptance: combined(seeds.map(({ acceptance }) => acceptance ?? { value: Number.NaN, error: Number.NaN })),
  };
}
