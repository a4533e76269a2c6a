/** The density of states of a run, from the configurations that it keeps: one spectrum each. */
import { createModel } from '../../exact/create.ts';
import { densityOfStates } from '../../exact/spectrum/density-of-states.ts';
import { presentCount } from '../../lattice/disorder/occupation.ts';
import { neededSamples } from '../../statistics/sufficient.ts';
import { weightedMean } from '../../statistics/weighted.ts';
import { normaliseWeights, type Weights } from '../../statistics/weights.ts';
import { keptConfigurations, thinned } from '../spectra/kept.ts';
import type { RunData } from './run-data.ts';

interface MeanDensityOfStates {
  /** ω, in units of t. */
  readonly energies: Float64Array;
  /** ⟨D(ω)⟩ per site and unit of energy, with its error; the integral over all energies is 2. */
  readonly mean: Float64Array;
  readonly error: Float64Array;
  /** Half width η of the Lorentzian that stands for a level: T, or a hundredth of the band where that is more. */
  readonly broadening: number;
  readonly configurations: number;
}

const POINTS = 201;
const MOST_CONFIGURATIONS = 100;
/** Cubed number of levels over all configurations that a report may take: seconds. */
const AFFORDABLE = 4e9;

/**
 * Kept configurations lie a hundredth of a run apart and are nearly independent. Undefined where none are kept after the warm-up, where one is too large, and
 * where so few have nearly all of the weight that they have no error bar.
 */
export function meanDensityOfStates(data: RunData): MeanDensityOfStates | undefined {
  const { parameters, spec } = data;
  const siteCount = presentCount(parameters.lattice);
  const affordable = Math.floor(AFFORDABLE / (2 * siteCount) ** 3);
  const chosen = thinned(keptConfigurations(data), Math.min(MOST_CONFIGURATIONS, affordable)).flat();
  if (chosen.length < 2 || affordable < 2) return undefined;
  const logWeights = [Float64Array.from(chosen, ({ logImportance }) => logImportance)];
  if (!areSufficient(normaliseWeights(logWeights))) return undefined;
  const model = createModel(parameters);
  const levels = chosen.map(({ spins }) => model.spectrum(spins));
  const least = Math.min(...levels.map((all) => all[0]));
  const greatest = Math.max(...levels.map((all) => all[all.length - 1]));
  const broadening = Math.max(spec.model.temperature, (greatest - least) / 100);
  const start = least - 3 * broadening;
  const step = (greatest - least + 6 * broadening) / (POINTS - 1);
  const energies = Float64Array.from({ length: POINTS }, (_, k) => start + k * step);
  const rows = levels.map((all) => densityOfStates(all, energies, broadening, siteCount));
  const means = Array.from(energies, (_, k) => weightedMean([Float64Array.from(rows, (row) => row[k])], logWeights));
  return {
    energies,
    broadening,
    configurations: chosen.length,
    mean: Float64Array.from(means, ({ mean }) => mean),
    error: Float64Array.from(means, ({ error }) => error),
  };
}

/** Whether there is an error bar, as for all weighted means; equal weights of independent configurations have one from two on. */
function areSufficient({ dominated, kishSamples, values: [weights] }: Weights): boolean {
  const areEqual = weights.every((weight) => weight === weights[0]);
  return areEqual || (!dominated && kishSamples >= neededSamples(0.5));
}
