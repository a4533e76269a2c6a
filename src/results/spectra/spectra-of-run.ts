/** `spinformer spectra`: the spectra of a run. */
import { InputError } from '../../errors.ts';
import { hoppingBound, hoppingMatrix } from '../../exact/hopping.ts';
import type { ModelParameters } from '../../exact/model.ts';
import type { ConfigurationSpectra } from '../../spectra/choice.ts';
import { configurationSpectra } from '../../spectra/configuration-spectra.ts';
import type { PathPoint } from '../../spectra/momentum-path.ts';
import type { Engine } from '../../wasm/engine.ts';
import type { RunData } from '../summary/run-data.ts';
import { keptConfigurations, thinned } from './kept.ts';
import { type MeanSpectra, meanSpectra } from './mean-spectra.ts';

/** What a user may choose; energies in units of the hopping. */
export interface SpectraOptions {
  /** Half width of every line; where left out the temperature, or a hundredth of the band where that is more. */
  readonly broadening?: number | undefined;
  /** Energies of electrons; where left out 201 over the band. */
  readonly energies?: Float64Array | undefined;
  /** Frequencies of light; where left out 201 up to the width of the band. */
  readonly frequencies?: Float64Array | undefined;
  /** Wave vectors of A(k, ω). */
  readonly path: readonly PathPoint[];
  /** Whether conductivities are wanted, which take the vectors of all levels. */
  readonly hasConductivities: boolean;
  readonly isLocal: boolean;
  readonly hasChernNumber: boolean;
  /** Configurations at most. */
  readonly configurations: number;
  readonly engine: Engine;
}

/** Averages, and what they are averages of. */
export interface RunSpectra extends MeanSpectra {
  readonly parameters: ModelParameters;
  readonly path: readonly PathPoint[];
  readonly energies: Float64Array;
  readonly frequencies: Float64Array;
  readonly broadening: number;
  readonly configurations: number;
}

const POINTS = 201;

/**
 * The averages of a run over kept configurations, evenly chosen. `told` hears how many are done, of how many.
 *
 * Throws InputError for a run that keeps none after its warm-up.
 */
export function spectraOfRun(
  data: RunData,
  options: SpectraOptions,
  told: (done: number, all: number) => void,
): RunSpectra {
  const chains = thinned(keptConfigurations(data), options.configurations);
  if (chains.length === 0)
    throw new InputError(
      `${data.run.directory}: expected configurations to compute spectra of, found none after the warm-up: let it run on`,
    );
  const choice = grids(data.parameters, options);
  const spectraOf = configurationSpectra(
    data.parameters,
    {
      ...options,
      ...choice,
      momenta: options.path.map(({ momentum }) => momentum),
    },
    options.engine,
  );
  const all = chains.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const spectra = chains.map((chain) =>
    chain.map(({ spins }): ConfigurationSpectra => {
      const one = spectraOf(spins);
      told(++done, all);
      return one;
    }),
  );
  const logWeights = chains.map((chain) => Float64Array.from(chain, ({ logImportance }) => logImportance));
  return {
    ...meanSpectra(spectra, logWeights),
    parameters: data.parameters,
    path: options.path,
    energies: choice.energies.frequencies,
    frequencies: choice.light?.frequencies ?? new Float64Array(),
    broadening: choice.energies.broadening,
    configurations: all,
  };
}

function grids({ lattice, hopping, coupling, temperature }: ModelParameters, options: SpectraOptions) {
  const bound = hoppingBound(hoppingMatrix(lattice, hopping)) + Math.abs(coupling) / 2;
  const broadening = options.broadening ?? Math.max(temperature, bound / 50);
  const end = bound + 3 * broadening;
  return {
    energies: { frequencies: options.energies ?? evenly(-end, end), broadening },
    light: options.hasConductivities
      ? { frequencies: options.frequencies ?? evenly(0, 2 * bound), broadening }
      : undefined,
  };
}

const evenly = (from: number, to: number): Float64Array =>
  Float64Array.from({ length: POINTS }, (_, k) => from + (k * (to - from)) / (POINTS - 1));
