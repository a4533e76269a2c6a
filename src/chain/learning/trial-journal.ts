/** Trials, remembered: a choice that is interrupted need not repeat them. */
import type { TrialTask } from '../../sampling/choosing/trial.ts';
import { sameNumbers } from '../../training/same-numbers.ts';
import type { RunTimedTrial, TimedTrialResult } from './timed-trial.ts';

/** One trial of a choice. */
export interface TrialRecord {
  /** What it tried, with how many steps, from which random number on. */
  readonly task: string;
  /** What it started from. */
  readonly before: Float64Array;
  readonly result: TimedTrialResult;
}

/**
 * Takes the place of trials, as the journal of fits does of fits: the first calls have their results from `records`, in their order, as long as they are
 * the same trials. Later trials are made by `run`, and handed to `keep`.
 *
 * A choice is a function of its seed, its models and these results: repeated with its records, it comes to where it was, bit for bit.
 */
export function trialJournal(
  records: readonly TrialRecord[],
  keep: (record: TrialRecord, task: TrialTask) => void,
  run: RunTimedTrial,
): RunTimedTrial {
  let next = 0;
  return (task) => {
    const before = task.spins.slice();
    const words = wordsOf(task);
    const known: TrialRecord | undefined = records[next];
    if (known?.task === words && sameNumbers(known.before, before)) {
      next++;
      task.random.position = known.result.position;
      return known.result;
    }
    next = records.length;
    const result = run(task);
    keep({ task: words, before, result }, task);
    return result;
  };
}

function wordsOf({ candidate, warmUp, samples, random, cost }: TrialTask): string {
  const { stream, position } = random;
  return JSON.stringify({ candidate, warmUp, samples, stream, position, cost });
}
