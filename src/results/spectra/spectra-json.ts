/** What `spectra --json` prints. */
import type { MeanSpectrum, MeanValue } from './mean-spectra.ts';
import type { RunSpectra } from './spectra-of-run.ts';

interface Curve extends MeanSpectrum {
  readonly omega: readonly number[];
}

/** Energies in units of the hopping; see docs/guide/spectra.md. */
export interface SpectraReport {
  readonly configurations: number;
  readonly broadening: number;
  readonly temperature: number;
  readonly chemicalPotential: number;
  readonly densityOfStates: Curve;
  /** By site. */
  readonly localDensityOfStates?: { readonly omega: readonly number[]; readonly sites: readonly MeanSpectrum[] };
  /** A(k, ω), rows of `mean` and `error` by wave vector of `path`. */
  readonly spectralFunction: {
    readonly path: readonly (readonly number[])[];
    readonly names: readonly (string | null)[];
    readonly omega: readonly number[];
    readonly mean: readonly (readonly number[])[];
    readonly error: readonly (readonly (number | null)[])[];
  };
  /** In e²/ħ. */
  readonly opticalConductivity: Curve & {
    readonly dc: MeanValue;
    readonly weight: MeanValue;
    readonly kineticWeight: MeanValue;
  };
  /** In e²/h; null where the lattice is not two-dimensional. */
  readonly hallConductivity: MeanValue | null;
  /** That of the levels below μ, the mean over configurations; where asked for. */
  readonly chernNumber?: MeanValue;
}

export function spectraJson(spectra: RunSpectra): SpectraReport {
  const { parameters, path, spectralFunction, local } = spectra;
  const energies = [...spectra.energies];
  return {
    configurations: spectra.configurations,
    broadening: spectra.broadening,
    temperature: parameters.temperature,
    chemicalPotential: parameters.chemicalPotential,
    densityOfStates: { omega: energies, ...spectra.densityOfStates },
    ...(local.length > 0 ? { localDensityOfStates: { omega: energies, sites: local } } : {}),
    spectralFunction: {
      path: path.map(({ momentum }) => momentum),
      names: path.map(({ corner }) => corner ?? null),
      omega: energies,
      mean: spectralFunction.map(({ mean }) => mean),
      error: spectralFunction.map(({ error }) => error),
    },
    opticalConductivity: {
      omega: [...spectra.frequencies],
      ...spectra.opticalConductivity,
      dc: spectra.dcConductivity,
      weight: spectra.conductivityWeight,
      kineticWeight: spectra.kineticWeight,
    },
    hallConductivity: spectra.hallConductivity ?? null,
    ...(spectra.chernNumber ? { chernNumber: spectra.chernNumber } : {}),
  };
}
