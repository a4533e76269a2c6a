/** What can be computed of a configuration. */
import type { Spectrum } from './lorentzian.ts';

/** What is computed, and at which energies. */
export interface SpectraChoice {
  /** Energies E of electrons, those of the levels of H: they do not count from μ. */
  readonly energies: Spectrum;
  /** Frequencies of light; where left out no conductivity is computed, and no vectors of levels. */
  readonly light: Spectrum | undefined;
  /** Wave vectors, Cartesian, at which A(k, ω) is wanted. */
  readonly momenta: readonly (readonly number[])[];
  /** Whether the density of states of every site is wanted. */
  readonly isLocal: boolean;
  /** Whether the Chern number of the levels below μ is wanted. */
  readonly hasChernNumber: boolean;
}

/** At every energy of the choice. */
export interface ElectronSpectra {
  /** Per site and unit of energy; the integral is 2. */
  readonly densityOfStates: Float64Array;
  /** By site, where wanted. */
  readonly local: readonly Float64Array[];
  /** A(k, ω) by wave vector; the integral is 1. */
  readonly spectralFunction: readonly Float64Array[];
}

/** Conductivities of one configuration. */
export interface Conductivities {
  /** Re σ(ω), the mean over the directions of space, in e²/ħ. */
  readonly opticalConductivity: Float64Array;
  /** Re σ at ω = 0. */
  readonly dcConductivity: number;
  /** σ_xy in e²/h; in two dimensions only. */
  readonly hallConductivity: number | undefined;
  /** ∫ Re σ dω over all ω, and what it is on an infinite lattice: (π/V)⟨∂²H/∂A²⟩. */
  readonly conductivityWeight: number;
  readonly kineticWeight: number;
}

/** The spectra of one configuration; energies in units of the hopping. */
export interface ConfigurationSpectra extends ElectronSpectra {
  /** Where wanted. */
  readonly conductivities: Conductivities | undefined;
  /** That of the levels below μ, where wanted. */
  readonly chernNumber: number | undefined;
}
