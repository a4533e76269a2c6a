/** Densities of states and spectral functions from resolvents: on large lattices much cheaper than vectors of all levels. */
import { halfCouplings, siteCouplings } from '../exact/couplings.ts';
import { type SpectralValues, spectralValues } from '../exact/factor/spectral-kernels.ts';
import { hoppingMatrix } from '../exact/hopping.ts';
import type { ModelParameters } from '../exact/model.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { basisOf } from '../lattice/sites.ts';
import type { Engine } from '../wasm/engine.ts';
import type { ElectronSpectra, SpectraChoice } from './choice.ts';
import { planeWave } from './spectral-function.ts';

/** A function from spins (3N) to spectra: one sparse factorisation of H − ω for every energy, one solution for every wave vector and site of a cell. */
export function resolventSpectra(
  parameters: ModelParameters,
  { energies, momenta, isLocal }: SpectraChoice,
  engine: Engine,
): (spins: Float64Array) => ElectronSpectra {
  const { lattice, hopping, flux } = parameters;
  const { frequencies, broadening } = energies;
  const waves = wavesOf(lattice, momenta);
  const problem = {
    hopping: hoppingMatrix(lattice, hopping, flux),
    halfCouplings: halfCouplings(siteCouplings(parameters), lattice.siteCount),
    broadening,
    energies: frequencies,
    waves,
  };
  const valuesOf = spectralValues(problem, engine);
  return (spins) => {
    const values = valuesOf(spins);
    return {
      densityOfStates: mean(values.sites),
      local: isLocal ? values.sites.map((one) => one.slice()) : [],
      spectralFunction: momenta.map((_, k) => byMomentum(values, k, lattice)),
    };
  };
}

/** e^{ik·r} on the sites b of all cells, for each wave vector and each b in turn. */
function wavesOf(lattice: Lattice, momenta: SpectraChoice['momenta']): Float64Array {
  const { siteCount, basisCount } = lattice;
  const waves = new Float64Array(2 * siteCount * basisCount * momenta.length);
  momenta.forEach((momentum, k) => {
    const conjugate = planeWave(lattice, momentum);
    for (let i = 0; i < siteCount; i++) {
      const element = 2 * ((k * basisCount + basisOf(lattice, i)) * siteCount + i);
      waves[element] = conjugate[2 * i];
      waves[element + 1] = -conjugate[2 * i + 1];
    }
  });
  return waves;
}

/** 1/(2N) of the sum over the sites of a cell: waves are not normalised. */
function byMomentum({ waves }: SpectralValues, k: number, { basisCount, siteCount }: Lattice): Float64Array {
  const own = waves.slice(k * basisCount, (k + 1) * basisCount);
  return mean(own).map((value) => (value * basisCount) / (2 * siteCount));
}

const mean = (all: readonly Float64Array[]): Float64Array =>
  all[0].map((_, e) => all.reduce((sum, one) => sum + one[e], 0) / all.length);
