/** Parts of a pilot, remembered: a search that is interrupted need not repeat them. */
import { sameNumbers } from '../../training/same-numbers.ts';
import type { PilotResult, PilotTask, RunPilot } from './pilot.ts';

/** One part of a pilot. */
export interface PilotRecord {
  /** The chain, its chemical potential, the linear model that it samples, its length, and the random number from which it went on. */
  readonly task: string;
  /** The spins from which it went on. */
  readonly before: Float64Array;
  readonly result: PilotResult;
}

/**
 * Takes the place of `run`, as the journal of trials does: the first parts have their results from `records`, in their order, as long as they are the same parts. Later
 * ones are made by `run`, and handed to `keep`.
 */
export function pilotJournal(
  records: readonly PilotRecord[],
  keep: (record: PilotRecord) => void,
  run: RunPilot,
): RunPilot {
  let next = 0;
  return (task) => {
    const before = task.from.spins.slice();
    const words = wordsOf(task);
    const known: PilotRecord | undefined = records[next];
    if (known?.task === words && sameNumbers(known.before, before)) {
      next++;
      return known.result;
    }
    next = records.length;
    const result = run(task);
    keep({ task: words, before, result });
    return result;
  };
}

function wordsOf({ parameters, seed, chain, from, couplings, warmUp, samples, every }: PilotTask): string {
  const { chemicalPotential } = parameters;
  const { position, settings } = from;
  const learned = couplings && [...couplings];
  return JSON.stringify({ chemicalPotential, seed, chain, position, settings, learned, warmUp, samples, every });
}
