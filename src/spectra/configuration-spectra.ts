/** All spectra of one configuration after another. */
import { hoppingMatrix } from '../exact/hopping.ts';
import type { ModelParameters } from '../exact/model.ts';
import { densityOfStates } from '../exact/spectrum/density-of-states.ts';
import { type Eigenvectors, eigenvectorSolver } from '../exact/spectrum/eigenvectors.ts';
import type { Engine } from '../wasm/engine.ts';
import { chernNumber } from './chern-number.ts';
import {
  conductivityWeight,
  type Electrons,
  hallConductivity,
  kineticTerm,
  opticalConductivity,
} from './conductivity.ts';
import { localDensityOfStates } from './local-density-of-states.ts';
import type { Spectrum } from './lorentzian.ts';
import { matrixElements } from './matrix-elements.ts';
import { spectralFunction } from './spectral-function.ts';
import { applyVelocity, massOfVectors, velocityMatrices } from './velocity.ts';
import { volumeOf } from './volume.ts';

/** What is computed, and at which energies. */
export interface SpectraChoice {
  /** Energies E of electrons, those of the levels of H: they do not count from μ. */
  readonly energies: Spectrum;
  /** Frequencies of light. */
  readonly light: Spectrum;
  /** Wave vectors, Cartesian, at which A(k, ω) is wanted. */
  readonly momenta: readonly (readonly number[])[];
  /** Whether the density of states of every site is wanted. */
  readonly isLocal: boolean;
  /** Whether the Chern number of the levels below μ is wanted. */
  readonly hasChernNumber: boolean;
}

/** The spectra of one configuration; energies in units of the hopping. */
export interface ConfigurationSpectra extends Conductivities {
  /** Per site and unit of energy; the integral is 2. */
  readonly densityOfStates: Float64Array;
  /** By site, where wanted. */
  readonly local: readonly Float64Array[];
  /** A(k, ω) by wave vector. */
  readonly spectralFunction: readonly Float64Array[];
  /** That of the levels below μ, where wanted. */
  readonly chernNumber: number | undefined;
}

interface Conductivities {
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

/** A function that computes the spectra of configurations (3N) at the temperature and chemical potential of the model; T > 0. */
export function configurationSpectra(
  parameters: ModelParameters,
  choice: SpectraChoice,
  engine: Engine,
): (spins: Float64Array) => ConfigurationSpectra {
  const { lattice, hopping, coupling } = parameters;
  const solve = eigenvectorSolver(hoppingMatrix(lattice, hopping), coupling, engine);
  const conduct = conductivities(parameters, choice.light, engine);
  return (spins) => {
    const system = solve(spins);
    const { energies, momenta } = choice;
    return {
      densityOfStates: densityOfStates(system.levels, energies.frequencies, energies.broadening, lattice.siteCount),
      local: choice.isLocal ? localDensityOfStates(system, energies) : [],
      spectralFunction: momenta.map((momentum) => spectralFunction(lattice, system, momentum, energies)),
      chernNumber: choice.hasChernNumber ? chernNumberBelow(parameters, system, spins, engine) : undefined,
      ...conduct(system),
    };
  };
}

function chernNumberBelow(
  parameters: ModelParameters,
  { levels }: Eigenvectors,
  spins: Float64Array,
  engine: Engine,
): number {
  const electrons = levels.filter((level) => level < parameters.chemicalPotential).length;
  return chernNumber(parameters, spins, electrons, engine);
}

/** The conductivities alone, from levels and vectors. */
function conductivities(
  { lattice, hopping, chemicalPotential, temperature }: ModelParameters,
  light: Spectrum,
  engine: Engine,
): (system: Eigenvectors) => Conductivities {
  const velocities = velocityMatrices(lattice, hopping);
  const { left, right, out, multiply } = matrixElements(2 * lattice.siteCount, engine);
  const volume = volumeOf(lattice);
  return ({ levels, vectors, dimension }) => {
    const electrons: Electrons = { levels, chemicalPotential, temperature, volume };
    left.set(vectors);
    let along: Float64Array | undefined;
    let hall: number | undefined;
    const directions = velocities.map((velocity, c) => {
      applyVelocity(velocity, vectors, dimension, right);
      multiply();
      if (lattice.dimension === 2 && c === 0) along = out.slice();
      if (along && c === 1) hall = hallConductivity(electrons, along, out);
      return oneDirection(electrons, out, massOfVectors(velocity, vectors, dimension), light);
    });
    return { ...meanOf(directions), hallConductivity: hall };
  };
}

type Direction = Omit<Conductivities, 'hallConductivity'>;

function oneDirection(electrons: Electrons, velocity: Float64Array, masses: Float64Array, light: Spectrum): Direction {
  const atZero: Spectrum = { frequencies: new Float64Array(1), broadening: light.broadening };
  return {
    opticalConductivity: opticalConductivity(electrons, velocity, light),
    dcConductivity: opticalConductivity(electrons, velocity, atZero)[0],
    conductivityWeight: conductivityWeight(electrons, velocity),
    kineticWeight: (Math.PI / electrons.volume) * kineticTerm(electrons, masses),
  };
}

function meanOf(directions: readonly Direction[]): Direction {
  const mean = (value: (one: Direction) => number) =>
    directions.reduce((sum, one) => sum + value(one), 0) / directions.length;
  return {
    opticalConductivity: directions[0].opticalConductivity.map((_, k) =>
      mean(({ opticalConductivity: values }) => values[k]),
    ),
    dcConductivity: mean((one) => one.dcConductivity),
    conductivityWeight: mean((one) => one.conductivityWeight),
    kineticWeight: mean((one) => one.kineticWeight),
  };
}
