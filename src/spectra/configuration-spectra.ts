/** All spectra of one configuration after another. */
import { siteCouplings } from '../exact/couplings.ts';
import { hoppingMatrix } from '../exact/hopping.ts';
import type { ModelParameters } from '../exact/model.ts';
import { densityOfStates } from '../exact/spectrum/density-of-states.ts';
import { type Eigenvectors, eigenvectorSolver } from '../exact/spectrum/eigenvectors.ts';
import { gathered, withoutVacancies } from '../lattice/disorder/compact.ts';
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
  given: ModelParameters,
  choice: SpectraChoice,
  engine: Engine,
): (spins: Float64Array) => ConfigurationSpectra {
  const { light } = choice;
  const { lattice, sites } = withoutVacancies(given.lattice);
  const parameters = { ...given, lattice };
  const spectraOf = light ? fromVectors(parameters, choice, light, engine) : fromResolvents(parameters, choice, engine);
  return (all) => {
    const spins = gathered(all, sites, 3);
    const spectra = spectraOf(spins);
    return {
      ...spectra,
      local: choice.isLocal ? onAllSites(spectra.local, sites, given.lattice.siteCount) : [],
      chernNumber: choice.hasChernNumber ? chernNumber(parameters, spins, engine) : undefined,
    };
  };
}

/** Site by site, 0 at vacancies. */
function onAllSites(local: readonly Float64Array[], sites: Int32Array, siteCount: number): readonly Float64Array[] {
  const all: Float64Array[] = Array.from({ length: siteCount }, () => new Float64Array(local[0].length));
  sites.forEach((site, k) => {
    all[site] = local[k];
  });
  return all;
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
  const { lattice, hopping, flux } = parameters;
  const solve = eigenvectorSolver(hoppingMatrix(lattice, hopping, flux), siteCouplings(parameters), engine);
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
