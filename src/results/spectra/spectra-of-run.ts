/** `spinformer spectra`: the spectra of a run. */
import { InputError } from '../../errors.ts';
import { levelBound } from '../../exact/couplings.ts';
import type { ModelParameters } from '../../exact/model.ts';
import type { Spec } from '../../spec/spec.ts';
import type { PathPoint } from '../../spectra/momentum-path.ts';
import type { Engine } from '../../wasm/engine.ts';
import type { RunData } from '../summary/run-data.ts';
import { type KeptConfiguration, keptConfigurations, thinned } from './kept.ts';
import { type MeanSpectra, meanSpectra } from './mean-spectra.ts';
import { onThreads } from './on-threads.ts';
import type { SpectraJob } from './spectra-task.ts';

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
  readonly engine: Engine;
  /** Threads at a time. */
  readonly workers: number;
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

/** What a run holds for its spectra: read first, so that nothing stays open while they are computed. */
export interface SpectraSource {
  readonly spec: Spec;
  readonly parameters: ModelParameters;
  /** By chain. */
  readonly chains: readonly (readonly KeptConfiguration[])[];
}

/** Kept configurations of a run, `most` of them at most. Throws InputError for a run that keeps none after its warm-up. */
export function spectraSource(data: RunData, most: number): SpectraSource {
  const { run, spec, parameters } = data;
  const chains = thinned(keptConfigurations(data), most);
  if (chains.length > 0) return { spec, parameters, chains };
  throw new InputError(
    `${run.directory}: expected configurations to compute spectra of, found none after the warm-up: let it run on`,
  );
}

/** The averages over these configurations. `told` hears how many are done, of how many. */
export async function spectraOfRun(
  { spec, parameters, chains }: SpectraSource,
  options: SpectraOptions,
  told: (done: number, all: number) => void,
): Promise<RunSpectra> {
  const { energies, light } = grids(parameters, options);
  const momenta = options.path.map(({ momentum }) => momentum);
  const { isLocal, hasChernNumber, engine } = options;
  const job: SpectraJob = { spec, choice: { energies, light, momenta, isLocal, hasChernNumber }, engine };
  const spectra = await onThreads(job, chains, options.workers, told);
  const logWeights = chains.map((chain) => Float64Array.from(chain, ({ logImportance }) => logImportance));
  return {
    ...meanSpectra(spectra, logWeights),
    parameters,
    path: options.path,
    energies: energies.frequencies,
    frequencies: light?.frequencies ?? new Float64Array(),
    broadening: energies.broadening,
    configurations: spectra.flat().length,
  };
}

function grids(parameters: ModelParameters, options: SpectraOptions) {
  const bound = levelBound(parameters);
  const broadening = options.broadening ?? Math.max(parameters.temperature, bound / 50);
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
