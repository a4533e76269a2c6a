/** What absolute weights tell that no Markov chain does: the partition function of electrons and spins, the free energy and the entropy. */
import type { ModelParameters } from '../exact/model.ts';
import { presentCount, spinCount } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { log } from '../numeric/elementary.ts';
import type { Observable } from './observable.ts';

/** A quantity that is linear in the log of the mean weight and in the weighted mean of k. */
export interface PartitionQuantity extends Pick<Observable, 'name' | 'formula' | 'normalisation' | 'reference'> {
  /** The quantity is `constant` + `ofLogMean` log⟨w⟩ + `ofGrandEnergy` ⟨k⟩; without the last term where it is 0. */
  coefficients(parameters: ModelParameters): Coefficients;
}

/** The coefficients of a quantity of one model. */
export interface Coefficients {
  readonly constant: number;
  readonly ofLogMean: number;
  readonly ofGrandEnergy: number;
}

/** k, whose mean the entropy needs. */
export const GRAND_ENERGY = 'grandEnergyPerSite';

/** log of the area of a unit sphere. */
const LOG_AREA = log(4 * Math.PI);

/** 1 where no spin is missing. */
const spinsPerSite = (lattice: Lattice): number => spinCount(lattice) / presentCount(lattice);

const REFERENCE = 'R. M. Neal, Stat. Comput. 11, 125 (2001); docs/method.md';

/** The quantities, in the order in which reports have them. The mean weight ⟨w⟩ is that of W over all directions of all spins. */
export const PARTITION_QUANTITIES: readonly PartitionQuantity[] = [
  {
    name: 'logPartitionFunction',
    formula: 'log Z, Z = ∫ ∏_i dS_i W(S) = (4π)^N ⟨w⟩',
    normalisation: 'total; dS is the area of the unit sphere, 4π for each spin',
    reference: REFERENCE,
    coefficients: ({ lattice }) => ({ constant: spinCount(lattice) * LOG_AREA, ofLogMean: 1, ofGrandEnergy: 0 }),
  },
  {
    name: 'freeEnergyPerSite',
    formula: '−T log Z/N',
    normalisation: 'per site, at fixed μ (the grand potential), area of the unit sphere as in log Z',
    reference: REFERENCE,
    coefficients: ({ lattice, temperature }) => ({
      constant: -temperature * LOG_AREA * spinsPerSite(lattice),
      ofLogMean: -temperature / presentCount(lattice),
      ofGrandEnergy: 0,
    }),
  },
  {
    name: 'entropyPerSite',
    formula: 's = log Z/N + ⟨k⟩/T',
    normalisation:
      'per site; classical spins: it falls to −∞ for T → 0, log 4π + 2 log 2 are the spins and electrons at T = ∞',
    reference: REFERENCE,
    coefficients: ({ lattice, temperature }) => ({
      constant: LOG_AREA * spinsPerSite(lattice),
      ofLogMean: 1 / presentCount(lattice),
      ofGrandEnergy: 1 / temperature,
    }),
  },
];
