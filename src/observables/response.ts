/** Responses to temperature and chemical potential, from fluctuations. */
import type { ModelParameters } from '../exact/model.ts';
import { presentCount } from '../lattice/disorder/occupation.ts';
import type { DerivedObservable } from './observable.ts';
import { errorOfVariance } from './rounding.ts';

/**
 * Specific heat and compressibility at fixed μ, T > 0. Each has two terms: what the spins make fluctuate, and what the electrons do by themselves in fixed spins. The second
 * is easy to forget, and at low temperature it is not small.
 */
export function electronResponses({ lattice, temperature }: ModelParameters): DerivedObservable[] {
  const siteCount = presentCount(lattice);
  const fluctuation = ([mean, square, thermal]: readonly number[]) => siteCount * (square - mean * mean) + thermal;
  const errorOfFluctuation = ([error, , ofThermal]: readonly number[], [mean, square]: readonly number[]) =>
    siteCount * errorOfVariance(error, mean, square) + ofThermal;
  const reference = 'docs/method.md §1; fluctuation-dissipation theorem in the grand canonical ensemble';
  return [
    {
      name: 'specificHeatPerSite',
      formula: 'C = ∂⟨k⟩/∂T = β² [N(⟨k²⟩ − ⟨k⟩²) + ⟨φ⟩]',
      normalisation: 'per site, at fixed μ',
      reference,
      inputs: ['grandEnergyPerSite', 'grandEnergyPerSite2', 'energyFluctuationPerSite'],
      isPositive: true,
      evaluate: (means) => fluctuation(means) / (temperature * temperature),
      resolution: (errors, means) => errorOfFluctuation(errors, means) / (temperature * temperature),
    },
    {
      name: 'compressibility',
      formula: 'κ = ∂⟨n⟩/∂μ = β [N(⟨n²⟩ − ⟨n⟩²) + ⟨ν⟩]',
      normalisation: 'per site; not divided by n²',
      reference,
      inputs: ['density', 'density2', 'numberFluctuationPerSite'],
      isPositive: true,
      evaluate: (means) => fluctuation(means) / temperature,
      resolution: (errors, means) => errorOfFluctuation(errors, means) / temperature,
    },
  ];
}
