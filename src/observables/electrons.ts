/** Thermal averages over the electrons in a configuration, and the squares that fluctuations need. */
import type { Measurement, ModelParameters } from '../exact/model.ts';
import { presentCount } from '../lattice/disorder/occupation.ts';
import type { Observable } from './observable.ts';
import { errorOfSquare } from './rounding.ts';

const REFERENCE = 'docs/method.md §1';

/** Energies include the classical energy of the spins; electron numbers are spectrum averages at fixed spins. */
export function electronAverages({ lattice, chemicalPotential }: ModelParameters): Observable[] {
  const siteCount = presentCount(lattice);
  const mu = chemicalPotential;
  const grandEnergy = ({ energy, density }: Measurement) => energy / siteCount - mu * density;
  const errorOfGrandEnergy = ({ energy, density }: Measurement) => energy / siteCount + Math.abs(mu) * density;
  const common = { normalisation: 'per site', reference: REFERENCE };
  const squared = { normalisation: 'square per site', reference: REFERENCE };
  return [
    {
      name: 'energyPerSite',
      formula: 'u = U/N, U = Σ_n f_n E_n + E_cl',
      ...common,
      ...perSite('energy', siteCount),
    },
    {
      name: 'freeEnergyMeanPerSite',
      formula: 'F/N, F = −T log W; the mean of F over configurations, not −T log Z',
      ...common,
      ...perSite('freeEnergy', siteCount),
    },
    {
      name: 'density',
      formula: 'n = Σ_n f_n/N; 1 at half filling',
      ...common,
      isPositive: true,
      ...perSite('density', 1),
    },
    {
      name: 'density2',
      formula: 'n²',
      ...squared,
      isPositive: true,
      evaluate: (_, { density }) => density * density,
      resolution: ({ density }, largest) => errorOfSquare(density, largest),
    },
    {
      name: 'grandEnergyPerSite',
      formula: 'k = K/N, K = Σ_n f_n (E_n − μ) + E_cl',
      ...common,
      evaluate: (_, measurement) => grandEnergy(measurement),
      resolution: errorOfGrandEnergy,
    },
    {
      name: 'grandEnergyPerSite2',
      formula: 'k²',
      ...squared,
      isPositive: true,
      evaluate: (_, measurement) => grandEnergy(measurement) * grandEnergy(measurement),
      resolution: (errors, largest) => errorOfSquare(errorOfGrandEnergy(errors), largest),
    },
    {
      name: 'energyFluctuationPerSite',
      formula: 'φ = Σ_n f_n (1 − f_n)(E_n − μ)²/N',
      ...common,
      isPositive: true,
      ...perSite('energyFluctuation', siteCount),
    },
    {
      name: 'numberFluctuationPerSite',
      formula: 'ν = Σ_n f_n (1 − f_n)/N',
      ...common,
      isPositive: true,
      ...perSite('numberFluctuation', siteCount),
    },
  ];
}

/** An entry of the measurement as it is, and its error. */
function perSite(key: keyof Measurement, siteCount: number): Required<Pick<Observable, 'evaluate' | 'resolution'>> {
  return {
    evaluate: (_, measurement) => measurement[key] / siteCount,
    resolution: (errors) => errors[key] / siteCount,
  };
}
