/** Trials with the processor time that they took. */
import { runTrial, type TrialResult, type TrialTask } from '../../sampling/choosing/trial.ts';
import { cpuMilliseconds } from '../cpu-time.ts';

export interface TimedTrialResult extends TrialResult {
  /** Seconds of one core. */
  readonly seconds: number;
}

export type RunTimedTrial = (task: TrialTask) => TimedTrialResult;

export const runTimedTrial: RunTimedTrial = (task) => {
  const began = cpuMilliseconds();
  const result = runTrial(task);
  return { ...result, seconds: (cpuMilliseconds() - began) / 1000 };
};

/** What trials have cost. */
export interface Tally {
  readonly exactEvaluations: number;
  readonly seconds: number;
}

export const addTally = (a: Tally, b: Tally): Tally => ({
  exactEvaluations: a.exactEvaluations + b.exactEvaluations,
  seconds: a.seconds + b.seconds,
});

export const NO_TALLY: Tally = { exactEvaluations: 0, seconds: 0 };

/** The same trials, and their sum so far. */
export function tallied(run: RunTimedTrial): { readonly run: RunTimedTrial; readonly tally: () => Tally } {
  let tally = NO_TALLY;
  return {
    run(task) {
      const result = run(task);
      tally = addTally(tally, result);
      return result;
    },
    tally: () => tally,
  };
}
