/** All spectra of one configuration after another. */
import { hoppingMatrix } from '../exact/hopping.ts';
import type { ModelParameters } from '../exact/model.ts';
import { densityOfStates } from '../exact/spectrum/density-of-states.ts';
import { type Eigenvectors, eigenvectorSolver } from '../exact/spectrum/eigenvectors.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { Engine } from '../wasm/engine.ts';
import { chernNumber } from './chern-number.ts';
import type { ConfigurationSpectra, ElectronSpectra, SpectraChoice } from './choice.ts';
import { conductivitiesOf } from './conductivities.ts';
import { localDensityOfStates } from './local-density-of-states.ts';
import type { Spectrum } from './lorentzian.ts';
import { resolventSpectra } from './resolvent-spectra.ts';
import { spectralFunction } from './spectral-function.ts';

/**
 * A function that computes the spectra of configurations (3N) at the temperature and chemical potential of the model; T > 0.
 *
 * With conductivities from all levels and vectors, about (2N)³ operations; without them from resolvents, one sparse factorisation for each energy.
 */
export function configurationSpectra(
  parameters: ModelParameters,
  choice: SpectraChoice,
  engine: Engine,
): (spins: Float64Array) => ConfigurationSpectra {
  const { light } = choice;
  const spectraOf = light ? fromVectors(parameters, choice, light, engine) : fromResolvents(parameters, choice, engine);
  return (spins) => ({
    ...spectraOf(spins),
    chernNumber: choice.hasChernNumber ? chernNumber(parameters, spins, engine) : undefined,
  });
}

type WithoutTopology = (spins: Float64Array) => Omit<ConfigurationSpectra, 'chernNumber'>;

function fromResolvents(parameters: ModelParameters, choice: SpectraChoice, engine: Engine): WithoutTopology {
  const spectraOf = resolventSpectra(parameters, choice, engine);
  return (spins) => ({ ...spectraOf(spins), conductivities: undefined });
}

function fromVectors(
  parameters: ModelParameters,
  choice: SpectraChoice,
  light: Spectrum,
  engine: Engine,
): WithoutTopology {
  const { lattice, hopping, flux, coupling } = parameters;
  const solve = eigenvectorSolver(hoppingMatrix(lattice, hopping, flux), coupling, engine);
  const conductivities = conductivitiesOf(parameters, light, engine);
  return (spins) => {
    const system = solve(spins);
    return { ...electronSpectra(lattice, system, choice), conductivities: conductivities(system) };
  };
}

function electronSpectra(
  lattice: Lattice,
  system: Eigenvectors,
  { energies, momenta, isLocal }: SpectraChoice,
): ElectronSpectra {
  const { frequencies, broadening } = energies;
  return {
    densityOfStates: densityOfStates(system.levels, frequencies, broadening, lattice.siteCount),
    local: isLocal ? localDensityOfStates(system, energies) : [],
    spectralFunction: momenta.map((momentum) => spectralFunction(lattice, system, momentum, energies)),
  };
}
