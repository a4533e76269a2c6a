/** One chain from its last checkpoint to its last sample. */
import type { Chain, ChainProgram, Sample } from '../chain/chain.ts';
import type { Checkpoint } from '../chain/checkpoint.ts';
import { runningMean } from '../statistics/blocking.ts';
import { runningRatio } from '../statistics/running-ratio.ts';
// Not by way of store.ts, which every worker would load with the parser of TOML behind it.
import { lastCheckpoint } from '../store/last-checkpoint.ts';
import type { Run } from '../store/run.ts';
import { type KeptDoubles, newSegment, type SegmentWriter, type StoredConfiguration } from '../store/segment-writer.ts';
import type { ChainEvent } from './events.ts';

export interface ChainTask {
  readonly run: Run;
  readonly chain: number;
  readonly seed: number;
  /** Samples wanted, counted from the beginning of the chain. */
  readonly samples: number;
  /** Samples of the warm-up, which reported means leave out; none where left out. */
  readonly warmUp?: number;
  /** A checkpoint after every so many samples … */
  readonly checkpointSamples: number;
  /** … and when the last one was this many seconds ago: this has no influence on any number. */
  readonly checkpointSeconds: number;
  readonly progressSeconds: number;
}

export interface ChainSurroundings {
  /** Whether to come to an end; asked after every sample. */
  readonly stopped: () => boolean;
  readonly tell: (event: ChainEvent) => void;
  /** Seconds since any fixed moment. */
  readonly now: () => number;
}

/** Advances the chain until it has its samples or is stopped; in both cases all of them are committed. */
export function advanceChain(program: ChainProgram, task: ChainTask, surroundings: ChainSurroundings): void {
  const { run, chain: number, seed, samples } = task;
  const last = lastCheckpoint(run, number);
  const first = last?.samples ?? 0;
  surroundings.tell({ type: 'begin', chain: number, samples: first });
  if (first < samples) {
    const segment = newSegment(run, number, program.names, first, program.parts);
    try {
      const chain = last ? program.resume(seed, number, last) : program.start(seed, number);
      const follow = followFirst(program, task.warmUp);
      if (
        makeSamples(chain, segment, { first, parts: program.parts?.length ?? 0 }, follow, task, surroundings) < samples
      )
        return;
    } finally {
      segment.close();
    }
  }
  surroundings.tell({ type: 'done', chain: number, samples: Math.max(first, samples) });
}

/** Returns how many samples the chain has in the end. */
function makeSamples(
  chain: Chain,
  segment: SegmentWriter,
  { first, parts }: { readonly first: number; readonly parts: number },
  follow: Follow,
  task: ChainTask,
  { stopped, tell, now }: ChainSurroundings,
): number {
  const { chain: number, samples, checkpointSamples, checkpointSeconds, progressSeconds } = task;
  let pending = emptyBatch(parts);
  let done = first;
  let committed = now();
  let told = committed;
  const commit = () => {
    const checkpoint = checkpointAfter(chain, done);
    segment.commit({ ...pending, checkpoint });
    pending = emptyBatch(parts);
    committed = told = now();
    tell({ type: 'checkpoint', chain: number, samples: done, counters: checkpoint.counters, ...follow.told() });
  };
  while (done < samples && !stopped()) {
    const sample = chain.advance();
    follow.add(done, sample.row);
    append(pending, done, sample);
    for (const [index, part] of (sample.parts ?? []).entries()) append(pending.parts[index], done, part);
    done++;
    const time = now();
    if (done % checkpointSamples === 0 || time - committed >= checkpointSeconds) commit();
    else if (time - told >= progressSeconds) {
      told = time;
      tell({ type: 'progress', chain: number, samples: done, counters: chain.checkpoint().counters, ...follow.told() });
    }
  }
  if (pending.rows.length > 0) commit();
  return done;
}

interface Follow {
  readonly add: (sample: number, row: Float64Array) => void;
  readonly told: () => Pick<ChainEvent & { type: 'progress' }, 'estimate'>;
}

/** The first observable along the way, by the samples in which it was measured; nothing of it where what varies is the rounding of its evaluation. */
function followFirst({ names, resolution = 0, logImportance }: ChainProgram, warmUp = 0): Follow {
  const [name] = names;
  const weight = logImportance === undefined ? -1 : names.indexOf(logImportance);
  const mean = weight < 0 ? runningMean() : runningRatio();
  return {
    add(sample, row) {
      if (sample >= warmUp && !Number.isNaN(row[0])) mean.add(row[0], weight < 0 ? 0 : row[weight]);
    },
    told() {
      const estimate = mean.estimate();
      return estimate && estimate.error > resolution ? { estimate: { name, ...estimate } } : {};
    },
  };
}

function checkpointAfter(chain: Chain, samples: number): Checkpoint {
  const checkpoint = chain.checkpoint();
  if (checkpoint.samples === samples) return checkpoint;
  throw new RangeError(`the chain counts ${checkpoint.samples} samples where there are ${samples}`);
}

/** Samples that are not committed yet. */
interface Pending {
  readonly rows: Float64Array[];
  readonly configurations: StoredConfiguration[];
  readonly levels: KeptDoubles[];
}

const nothing = (): Pending => ({ rows: [], configurations: [], levels: [] });

const emptyBatch = (parts: number) => ({ ...nothing(), parts: Array.from({ length: parts }, nothing) });

function append(pending: Pending, number: number, { row, configuration, levels }: Sample): void {
  pending.rows.push(row.slice());
  if (configuration) pending.configurations.push({ sample: number, spins: configuration.slice() });
  if (levels) pending.levels.push({ sample: number, values: levels.slice() });
}
