/** What the curves of a study need of one of its points: the levels that its chains keep, and the spin observables of the same samples. */

import { chainSeed } from '../../chain/chain-seed.ts';
import { LOG_IMPORTANCE } from '../../chain/sample-row.ts';
import { fermionAverages } from '../../exact/averages.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { spinCount } from '../../lattice/disorder/occupation.ts';
import { measuredDirection } from '../../observables/direction.ts';
import { electronAverages } from '../../observables/electrons.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { structureFactorComponents } from '../../observables/structure-factor-components.ts';
import { methodOf } from '../../spec/learns.ts';
import { areParallel, signedLength } from '../../spec/sweep/coordinates.ts';
import type { Chains } from '../../statistics/chains.ts';
import { gammaAnalysis } from '../../statistics/gamma.ts';
import { normaliseWeights } from '../../statistics/weights.ts';
import { readLevels, samplesWithLevels } from '../../store/store.ts';
import type { RunData } from '../summary/run-data.ts';
import { type Direction, magnetizationAlong } from './along-field.ts';

/** Samples of a point, chain after chain. */
export interface LevelSamples {
  readonly parameters: ModelParameters;
  /** 2N levels of each sample. */
  readonly levels: readonly Float64Array[];
  readonly classicalEnergies: Float64Array;
  /** Observables of the spins by name, which are the same at every temperature and chemical potential. */
  readonly spins: ReadonlyMap<string, Float64Array>;
  /** The field of the point along the direction that its group has, and Σ S·n along that of each sample; left out where all points have one field. */
  readonly along?: { readonly field: number; readonly moments: Float64Array };
  /** The seed of all its chains. */
  readonly seed: number;
  /** Numbers of the samples by chain, from 0 after the warm-up; none of chains that have none. */
  readonly numbers: readonly (readonly number[])[];
  /** The largest autocorrelation time of log W and of these observables, in samples of the chain. */
  readonly tau: number;
  /** How many independent samples each stands for. */
  readonly counts: Float64Array;
}

/** The samples of a run that keeps levels, thinned evenly to at most `most`; undefined where it has fewer than two. `direction`: that of the field, where points differ in it. */
export function levelSamples(data: RunData, most: number, direction?: Direction): LevelSamples | undefined {
  const chosen = chosenSamples(data, most);
  const lengths = chosen.map(({ length }) => length).filter((length) => length > 0);
  if (chosen.flat().length < 2) return undefined;
  const kept = chosen.flatMap((samples, index) => keptLevels(data, index, samples));
  const levels = kept.map((values) => values.subarray(1));
  const { parameters } = data;
  const spins = new Map(spinNames(data, direction).map((name) => [name, valuesAt(data, name, chosen)]));
  const logWeights = Float64Array.from(levels, (all) => fermionAverages(all, parameters).logWeight);
  const series = [logWeights, ...spins.values()].map((values) => cut(values, lengths));
  const tau = series.reduce((slowest, chains) => Math.max(slowest, gammaAnalysis(chains).tau), 0);
  return {
    parameters,
    levels,
    classicalEnergies: Float64Array.from(kept, ([energy]) => energy),
    spins,
    ...(direction ? { along: alongField(data, chosen, direction) } : {}),
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

/** Observables along and across a direction are left out where it is another one. */
function spinNames({ parameters, spec, series }: RunData, direction: Direction | undefined): string[] {
  const electrons = new Set(electronAverages(parameters).map(({ name }) => name));
  const isOther = direction && !areParallel(direction, measuredDirection(parameters).vector);
  const others = new Set(isOther ? structureFactorComponents(parameters).map(({ name }) => name) : []);
  return observablesFor(parameters, spec.observables.families)
    .primary.map(({ name }) => name)
    .filter((name) => series.names.includes(name) && !electrons.has(name) && !others.has(name));
}

/** Throws RangeError where the point has not measured the magnetisation along the direction. */
function alongField(
  data: RunData,
  chosen: readonly (readonly number[])[],
  direction: Direction,
): Required<LevelSamples>['along'] {
  const { parameters, series } = data;
  const { field } = parameters;
  const count = spinCount(parameters.lattice);
  const parts = magnetizationAlong(direction, parameters, series.names);
  if (!parts) throw new RangeError('no magnetisation along the field');
  const moments = new Float64Array(chosen.flat().length);
  for (const [name, factor] of parts)
    for (const [n, value] of valuesAt(data, name, chosen).entries()) moments[n] += factor * count * value;
  return { field: signedLength(field), moments };
}

/** An observable at the chosen samples. */
function valuesAt({ stored }: RunData, name: string, chosen: readonly (readonly number[])[]): Float64Array {
  const columns = stored(name);
  return Float64Array.from(chosen.flatMap((samples, index) => samples.map((sample) => columns[index][sample])));
}

/** 1, or the importance weights of samples that were drawn from another distribution, with as many in all as there would be with equal weights. */
function countsOf(data: RunData, chosen: readonly (readonly number[])[], lengths: readonly number[]): Float64Array {
  const total = chosen.flat().length;
  if (!methodOf(data.spec).weighted) return new Float64Array(total).fill(1);
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
