/** What the trials of a choice may cost, and what they have. */
import { type RunTimedTrial, type Tally, tallied } from '../learning/timed-trial.ts';

export interface Ledger {
  /** Nanoseconds, counted, for all trials. */
  readonly budget: number;
  /** Nanoseconds of the budget that are not spent yet. */
  readonly left: () => number;
  readonly run: RunTimedTrial;
  /** What the trials have taken. */
  readonly tally: () => Tally;
}

export function openLedger(run: RunTimedTrial, budget: number): Ledger {
  const trials = tallied(run);
  let spent = 0;
  return {
    budget,
    left: () => budget - spent,
    run(task) {
      spent += (task.warmUp + task.samples) * task.cost;
      return trials.run(task);
    },
    tally: trials.tally,
  };
}
