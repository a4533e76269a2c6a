/** A record of stages: a training of a flow that is interrupted need not repeat them. */
import type { Flow } from '../../flow/flow.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { sameNumbers } from '../same-numbers.ts';
import type { PlannedStage } from './flow-plan.ts';

/** Trains `flow` for one stage, in place, and moves `random` on; returns the exact evaluations that it took. */
export type PerformStage = (flow: Flow, stage: PlannedStage, random: RandomStream) => number;

/** One stage of a training. */
export interface StageRecord {
  /** What it started from: the parameters, and the position of the random numbers. */
  readonly before: Float64Array;
  readonly from: number;
  /** What it ended with. */
  readonly after: Float64Array;
  readonly position: number;
  readonly exactEvaluations: number;
}

/**
 * Takes the place of stages, as the journal of fits does of fits: the first ones have their results from `records`, in their order, as long as they start from the same parameters and random
 * numbers. Later stages are performed, and handed to `keep`.
 */
export function stageJournal(
  records: readonly StageRecord[],
  keep: (record: StageRecord) => void,
): (perform: PerformStage) => PerformStage {
  let next = 0;
  return (perform) => (flow, stage, random) => {
    const before = flow.parameters.slice();
    const from = random.position;
    const known: StageRecord | undefined = records[next];
    if (known?.from === from && sameNumbers(known.before, before)) {
      next++;
      flow.parameters.set(known.after);
      random.position = known.position;
      return known.exactEvaluations;
    }
    next = records.length;
    const exactEvaluations = perform(flow, stage, random);
    keep({ before, from, after: flow.parameters.slice(), position: random.position, exactEvaluations });
    return exactEvaluations;
  };
}
