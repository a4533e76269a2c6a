/** The chain of a spec, sample by sample: for pages, notebooks and scripts. */
import { InputError } from '../errors.ts';
import { checkLength } from '../numeric/check-array.ts';
import type { Values } from '../sampling/samplers/run-chain.ts';
import { latticeOf } from '../spec/lattice-of.ts';
import type { Spec, SpecInput } from '../spec/spec.ts';
import { validatedOn } from '../spins/validate.ts';
import type { Sample } from './chain.ts';
import { chainSeed } from './chain-seed.ts';
import type { Job, WatchedJob } from './job.ts';
import { prepareSpec, requirePrepared } from './prepare-spec.ts';
import { LOG_DETERMINANT } from './sample-row.ts';
import { createProgram } from './spec-chain.ts';
import { requireSame, type SpecCheckpoint, specCheckpoint } from './spec-checkpoint.ts';

/** One sample of a chain. */
export interface SpecSample {
  /** The number of the sample in its chain, from 0; the first `sampling.warmUp` samples are the warm-up. */
  readonly index: number;
  /** Whether the sample belongs to the warm-up, and to no average. */
  readonly isWarmUp: boolean;
  /** All observables of a report by name, with `logRatio`, the log of the acceptance ratio, and `logImportance`, the log of the weight of the sample. */
  readonly values: Values;
  /** Where the chain is: x y z of site 0, of site 1, … The values belong to a random symmetric copy of it where the spec has `symmetryMoves`. */
  readonly spins: Float64Array;
  /** The state of the chain after this sample: plain data, from which `sampleSpec` goes on. */
  readonly checkpoint: SpecCheckpoint;
  /** What a run stores of it, where the options ask for that. */
  readonly stored?: StoredSample | undefined;
}

/** A sample as a run stores it. */
export interface StoredSample {
  /** Names of the columns; the same array for every sample. */
  readonly names: readonly string[];
  /** Their values: NaN where a run does not measure them. */
  readonly row: Float64Array;
  /** The spins, of about a hundred samples. */
  readonly configuration?: Float64Array | undefined;
  /** Classical energy and levels, where the spec asks for them. */
  readonly levels?: Float64Array | undefined;
}

/** Which chain is sampled, and from where on. */
export interface SampleOptions {
  /** The number of the chain, from 1: odd ones start hot, even ones cold. 1, or that of `from`, where left out. */
  readonly chain?: number | undefined;
  /** Go on after a checkpoint of the same spec and chain, bit for bit; `sampling.samples` may be another number by then. */
  readonly from?: SpecCheckpoint | undefined;
  /** Begin with these spins, x y z of site 0, of site 1, …, in place of the hot or cold start. Not together with `from`. */
  readonly spins?: Float64Array | undefined;
  /** Yield the samples of the warm-up too. */
  readonly warmUp?: boolean;
  /** Tell what a run would store of every sample, so that a run can go on with the chain. Not for tempered specs. */
  readonly stored?: boolean;
}

/** Milliseconds after which other tasks of the thread have their turn. */
const TURN = 20;

/**
 * The samples of one chain of a spec, computed as they are asked for: the chain that a worker of `spinformer run` advances, bit-identical with it for the same
 * spec, seed and chain. Averages over the electrons are computed for every sample, where a run leaves them out of most (`sampling.electronsEvery`); a number there is kept, and
 * values that are not measured are NaN. It ends with `sampling.samples`; leave the loop to end it earlier. Of a tempered spec they are the samples at the lowest temperature.
 *
 * `spec`: a TOML text or an object as for resolveSpec, or what prepareSpec has made of it, so that several chains share one training. Without that the
 * training comes before the first sample. Throws InputError for what cannot be sampled, for a chain that is no whole number from 1, and for a checkpoint
 * of another spec or chain.
 *
 *     for await (const { values } of sampleSpec({ lattice: { size: [6, 6] } })) console.log(values.energyPerSite);
 */
export async function* sampleSpec(
  spec: string | SpecInput | Spec | Job,
  { chain, from, spins, warmUp: withWarmUp = false, stored: isStored = false }: SampleOptions = {},
): AsyncGenerator<SpecSample, void, undefined> {
  const job = isJob(spec) ? requirePrepared(spec) : prepareSpec(spec);
  const number = requireSame(job.spec, chain, from);
  const first = spins && beginningWith(spins, job, from);
  const { warmUp, samples } = job.spec.sampling;
  const seed = chainSeed(job.spec);
  if (isStored && job.rungs) throw new InputError('stored: expected false for a tempered spec');
  const program = createProgram(
    isStored ? watched(job) : { ...measuringAll(job), rungs: job.rungs?.map(measuringAll) },
  );
  const shown = isStored ? shownColumns(job.spec, program.names) : [...program.names.keys()];
  const running = from ? program.resume(seed, number, from.state) : program.start(seed, number, first);
  const turn = turns();
  for (let index = from?.state.samples ?? 0; index < warmUp + samples; index++) {
    const sample = running.advance();
    const { row, watched: all = row } = sample;
    const stored = isStored ? storedOf(program.names, sample) : undefined;
    await turn();
    if (index < warmUp && !withWarmUp) continue;
    const checkpoint = specCheckpoint(job.spec, number, running.checkpoint());
    yield {
      index,
      isWarmUp: index < warmUp,
      values: Object.fromEntries(shown.map((column) => [program.names[column], all[column]])),
      spins: checkpoint.state.spins.subarray(0, checkpoint.state.spins.length / (job.rungs?.length ?? 1)),
      checkpoint,
      stored,
    };
  }
}

const storedOf = (names: readonly string[], { row, configuration, levels }: Sample): StoredSample => ({
  names,
  row: row.slice(),
  configuration: configuration?.slice(),
  levels: levels?.slice(),
});

/** What tells about electrons that are not measured is for a store alone where all of them are. */
const shownColumns = ({ sampling }: Spec, names: readonly string[]): number[] =>
  [...names.keys()].filter(
    (column) => sampling.electronsEvery !== 'auto' || !names[column].startsWith(LOG_DETERMINANT),
  );

const watched = (job: Job): WatchedJob => ({ ...job, isWatched: job.spec.sampling.electronsEvery === 'auto' });

/** Unit vectors, one for each site, of a chain that begins with them. */
function beginningWith(spins: Float64Array, { spec, rungs }: Job, from: SpecCheckpoint | undefined): Float64Array {
  if (from) throw new InputError('spins: expected none beside a checkpoint, which has its own');
  if (rungs) throw new InputError('spins: expected none of a tempered spec, whose replicas start as those of a run');
  const lattice = latticeOf(spec);
  checkLength('spins', spins, 3 * lattice.siteCount);
  return validatedOn(
    lattice,
    Array.from({ length: lattice.siteCount }, (_, i) => [...spins.subarray(3 * i, 3 * i + 3)]),
  );
}

/** Whoever looks at samples one by one wants all of their values, unless the spec says otherwise; levels are for a store alone. */
function measuringAll({ spec, ...job }: Job): Job {
  const { electronsEvery } = spec.sampling;
  const sampling = { ...spec.sampling, electronsEvery: electronsEvery === 'auto' ? 1 : electronsEvery, levels: false };
  return { ...job, spec: { ...spec, sampling } };
}

const isJob = (spec: string | SpecInput | Spec | Job): spec is Job =>
  typeof spec === 'object' && spec !== null && 'spec' in spec;

/** Lets the thread do something else every now and then; no number depends on it. */
function turns(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < TURN) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now();
        resolve();
      });
    });
  };
}
