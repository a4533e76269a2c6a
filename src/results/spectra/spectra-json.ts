/** What `spectra --json` prints. */
import type { MeanSpectrum, MeanValue } from './mean-spectra.ts';
import type { RunSpectra } from './spectra-of-run.ts';

interface Curve extends MeanSpectrum {
  readonly omega: readonly number[];
}

interface OpticalConductivity extends Curve {
  readonly dc: MeanValue;
  readonly weight: MeanValue;
  readonly kineticWeight: MeanValue;
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
  /** In e²/ħ; null where it was not computed. */
  readonly opticalConductivity: OpticalConductivity | null;
  /** In e²/h; null where it was not computed, and where the lattice is not two-dimensional. */
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
    opticalConductivity: opticalJson(spectra),
    hallConductivity: spectra.conductivities?.hallConductivity ?? null,
    ...(spectra.chernNumber ? { chernNumber: spectra.chernNumber } : {}),
  };
}

function opticalJson({ conductivities, frequencies }: RunSpectra): OpticalConductivity | null {
  if (!conductivities) return null;
  const { opticalConductivity, dcConductivity: dc, conductivityWeight: weight, kineticWeight } = conductivities;
  return { omega: [...frequencies], ...opticalConductivity, dc, weight, kineticWeight };
}
