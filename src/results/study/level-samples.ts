/** What the curves of a study need of one of its points: the levels that its chains keep, and the spin observables of the same samples. */
import { chainSeed } from '../../chain/chain-seed.ts';
import { LOG_IMPORTANCE } from '../../chain/sample-row.ts';
import { fermionAverages } from '../../exact/averages.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { electronAverages } from '../../observables/electrons.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { methodNamed } from '../../sampling/samplers/methods.ts';
import type { Chains } from '../../statistics/chains.ts';
import { gammaAnalysis } from '../../statistics/gamma.ts';
import { normaliseWeights } from '../../statistics/weights.ts';
import { readLevels, samplesWithLevels } from '../../store/store.ts';
import type { RunData } from '../summary/run-data.ts';

/** Samples of a point, chain after chain. */
export interface LevelSamples {
  readonly parameters: ModelParameters;
  /** 2N levels of each sample. */
  readonly levels: readonly Float64Array[];
  readonly classicalEnergies: Float64Array;
  /** Observables of the spins by name, which are the same at every temperature and chemical potential. */
  readonly spins: ReadonlyMap<string, Float64Array>;
  /** The seed of all its chains. */
  readonly seed: number;
  /** Numbers of the samples by chain, from 0 after the warm-up; none of chains that have none. */
  readonly numbers: readonly (readonly number[])[];
  /** The largest autocorrelation time of log W and of these observables, in samples of the chain. */
  readonly tau: number;
  /** How many independent samples each stands for. */
  readonly counts: Float64Array;
}

/** The samples of a run that keeps levels, thinned evenly to at most `most`; undefined where it has fewer than two. */
export function levelSamples(data: RunData, most: number): LevelSamples | undefined {
  const chosen = chosenSamples(data, most);
  const lengths = chosen.map(({ length }) => length).filter((length) => length > 0);
  if (chosen.flat().length < 2) return undefined;
  const kept = chosen.flatMap((samples, index) => keptLevels(data, index, samples));
  const levels = kept.map((values) => values.subarray(1));
  const { parameters } = data;
  const spins = new Map(spinNames(data).map((name) => [name, valuesAt(data, name, chosen)]));
  const logWeights = Float64Array.from(levels, (all) => fermionAverages(all, parameters).logWeight);
  const series = [logWeights, ...spins.values()].map((values) => cut(values, lengths));
  const tau = series.reduce((slowest, chains) => Math.max(slowest, gammaAnalysis(chains).tau), 0);
  return {
    parameters,
    levels,
    classicalEnergies: Float64Array.from(kept, ([energy]) => energy),
    spins,
    seed: chainSeed(data.spec),
    numbers: chosen.map((samples) => samples.map((sample) => sample - data.spec.sampling.warmUp)),
    tau: tau * spacingOf(chosen),
    counts: countsOf(data, chosen, lengths).map((count) => count / (2 * tau)),
  };
}

/** Numbers of samples by chain, those of the warm-up left out. */
function chosenSamples({ run, spec, series }: RunData, most: number): number[][] {
  const { warmUp } = spec.sampling;
  const all = series.lengths.map((length, index) =>
    samplesWithLevels(run, index + 1).filter((sample) => sample >= warmUp && sample < length),
  );
  const every = Math.max(1, Math.ceil(all.flat().length / most));
  return all.map((samples) => samples.filter((_, k) => k % every === every - 1));
}

/** Samples of a chain from one that is chosen to the next, which is the same everywhere. */
function spacingOf(chosen: readonly (readonly number[])[]): number {
  const [first = 0, second = first + 1] = chosen.find(({ length }) => length > 1) ?? [];
  return second - first;
}

function keptLevels({ run }: RunData, index: number, samples: readonly number[]): Float64Array[] {
  const wanted = new Set(samples);
  return [...readLevels(run, index + 1)].flatMap(({ sample, values }) => (wanted.has(sample) ? [values.slice()] : []));
}

function spinNames({ parameters, spec, series }: RunData): string[] {
  const electrons = new Set(electronAverages(parameters).map(({ name }) => name));
  return observablesFor(parameters, spec.observables.families)
    .primary.map(({ name }) => name)
    .filter((name) => series.names.includes(name) && !electrons.has(name));
}

/** An observable at the chosen samples. */
function valuesAt({ stored }: RunData, name: string, chosen: readonly (readonly number[])[]): Float64Array {
  const columns = stored(name);
  return Float64Array.from(chosen.flatMap((samples, index) => samples.map((sample) => columns[index][sample])));
}

/** 1, or the importance weights of samples that were drawn from another distribution, with as many in all as there would be with equal weights. */
function countsOf(data: RunData, chosen: readonly (readonly number[])[], lengths: readonly number[]): Float64Array {
  const total = chosen.flat().length;
  if (!methodNamed(data.spec.sampling.method).weighted) return new Float64Array(total).fill(1);
  const { values, kishSamples } = normaliseWeights(cut(valuesAt(data, LOG_IMPORTANCE, chosen), lengths));
  return Float64Array.from(values.flatMap((chain) => [...chain])).map((weight) => (weight * kishSamples) / total);
}

/** Values by chain. */
function cut(values: Float64Array, lengths: readonly number[]): Chains {
  let first = 0;
  return lengths.map((length) => {
    first += length;
    return values.subarray(first - length, first);
  });
}
