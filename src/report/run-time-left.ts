/** How long the chains of a run still take, by what their samples have taken so far. */
import { storedSamples } from '../chain/job.ts';
import { specOf } from '../run/conductor/stored-spec.ts';
import { lastCheckpoint, type Run } from '../store/store.ts';

/** How far the chains of a run are. Samples include those of the warm-up. */
export interface RunStanding {
  readonly samples: readonly number[];
  readonly wanted: number;
  /** Seconds of one core, of all chains together. */
  readonly seconds: number;
}

export function runStanding(run: Run): RunStanding {
  const spec = specOf(run);
  const last = Array.from({ length: spec.sampling.chains }, (_, index) => lastCheckpoint(run, index + 1));
  const milliseconds = last.reduce((sum, checkpoint) => sum + (checkpoint?.counters.milliseconds ?? 0), 0);
  const samples = last.map((checkpoint) => checkpoint?.samples ?? 0);
  return { samples, wanted: storedSamples(spec), seconds: milliseconds / 1000 };
}

/** Seconds that so many cores with nothing else to do take; undefined where nothing is left, and before the first sample. */
export function secondsLeftOfRun({ samples, wanted, seconds }: RunStanding, cores: number): number | undefined {
  const lacking = samples.map((count) => Math.max(0, wanted - count));
  const [all, longest] = [sum(lacking), Math.max(...lacking)];
  const rate = seconds / sum(samples);
  return all > 0 && rate > 0 && rate < Infinity ? rate * Math.max(longest, all / cores) : undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
