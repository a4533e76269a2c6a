/** Thermal averages over the electrons in a configuration, and the squares that fluctuations need. */
import type { Measurement, ModelParameters } from '../exact/model.ts';
import type { Observable } from './observable.ts';

const REFERENCE = 'docs/method.md §1';

/** Energies include the classical energy of the spins; electron numbers are spectrum averages at fixed spins. */
export function electronAverages({ lattice, chemicalPotential }: ModelParameters): Observable[] {
  const siteCount = lattice.siteCount;
  const grandEnergy = ({ energy, density }: Measurement) => energy / siteCount - chemicalPotential * density;
  const fromMeasurement = (
    name: string,
    formula: string,
    evaluate: (measurement: Measurement) => number,
    normalisation = 'per site',
  ): Observable => ({
    ...{ name, formula, normalisation, reference: REFERENCE },
    evaluate: (_, measurement) => evaluate(measurement),
  });
  return [
    fromMeasurement('energyPerSite', 'u = U/N, U = Σ_n f_n E_n + E_cl', ({ energy }) => energy / siteCount),
    fromMeasurement(
      'freeEnergyMeanPerSite',
      'F/N, F = −T log W; the mean of F over configurations, not −T log Z',
      ({ freeEnergy }) => freeEnergy / siteCount,
    ),
    fromMeasurement('density', 'n = Σ_n f_n/N; 1 at half filling', ({ density }) => density),
    fromMeasurement('density2', 'n²', ({ density }) => density * density, 'square per site'),
    fromMeasurement('grandEnergyPerSite', 'k = K/N, K = Σ_n f_n (E_n − μ) + E_cl', grandEnergy),
    fromMeasurement('grandEnergyPerSite2', 'k²', (m) => grandEnergy(m) * grandEnergy(m), 'square per site'),
    fromMeasurement(
      'energyFluctuationPerSite',
      'φ = Σ_n f_n (1 − f_n)(E_n − μ)²/N',
      ({ energyFluctuation }) => energyFluctuation / siteCount,
    ),
    fromMeasurement(
      'numberFluctuationPerSite',
      'ν = Σ_n f_n (1 − f_n)/N',
      ({ numberFluctuation }) => numberFluctuation / siteCount,
    ),
  ];
}
