/** How far a point of a study is. */
import type { Checkpoint } from '../../chain/checkpoint.ts';
import { storedSamples } from '../../chain/job.ts';
import { lastCheckpoint, openRun } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import { specOf } from '../conductor/stored-spec.ts';
import { readOutcome } from './outcome-file.ts';
import { isBegun } from './start-study.ts';

export interface PointStatus {
  readonly status: 'done' | 'running' | 'missing' | 'failed';
  /** Samples of all chains together, those of the warm-up included. */
  readonly samples: number;
  /** What the run was made for, or extended to; undefined where it has not begun. */
  readonly wanted?: number;
  /** Samples that the chain with the fewest lacks; undefined where the chains were not asked. */
  readonly lacking?: number;
  /** Seconds of one core that the chains have taken; undefined where they were not asked. */
  readonly seconds?: number;
  /** Samples of every chain that extend asked for, where the point has those of its spec and not all of these. */
  readonly extendedTo?: number;
  /** Why it failed. */
  readonly message?: string;
}

/**
 * The status of a point: from its outcome where that is known, else from its chains; one whose files cannot be read has failed. `running`: begun and not done, whether anything computes
 * or not.
 */
export function pointStatus(directory: string, name: string): PointStatus {
  if (!isBegun(directory, { name })) return { status: 'missing', samples: 0 };
  const folder = pointDirectory(directory, name);
  const known = readOutcome(folder);
  if (known?.outcome === 'finished' && known.samples >= known.wanted) {
    const samples = known.samples * known.chains;
    return { status: 'done', samples, wanted: known.wanted * known.chains };
  }
  try {
    const standing = statusOfChains(folder);
    if (known?.outcome === 'failed') return { ...standing, status: 'failed', message: known.message };
    return known ? { ...standing, extendedTo: specOf(openRun(folder)).sampling.samples } : standing;
  } catch (error) {
    return { status: 'failed', samples: 0, message: (error as Error).message };
  }
}

function statusOfChains(folder: string): PointStatus {
  const run = openRun(folder);
  const spec = specOf(run);
  const { chains } = spec.sampling;
  const wanted = storedSamples(spec);
  const last = Array.from({ length: chains }, (_, index) => lastCheckpoint(run, index + 1));
  const sum = (of: (checkpoint: Checkpoint) => number) =>
    last.reduce((total, checkpoint) => total + (checkpoint ? of(checkpoint) : 0), 0);
  const lacking = wanted - Math.min(wanted, ...last.map((checkpoint) => checkpoint?.samples ?? 0));
  return {
    status: lacking === 0 ? 'done' : 'running',
    samples: sum(({ samples }) => samples),
    wanted: chains * wanted,
    lacking,
    seconds: sum(({ counters }) => counters.milliseconds ?? 0) / 1000,
  };
}
