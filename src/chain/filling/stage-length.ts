/** How long the stages of a pilot are. */
import type { PilotCost } from './budget.ts';

/** How long every chain of a stage is. */
export interface StageLength {
  /** Trajectories in which the step size adapts and the chains go where this chemical potential takes them. */
  readonly warmUp: number;
  readonly samples: number;
}

/** Chains of a pilot: one with a hot and one with a cold start. */
export const CHAINS = 2;

/** Samples of a chain in the first stage, and before how many there would be time in its warm-up. */
const FIRST = { samples: 16, warmUp: 32 };
/** Later stages begin near equilibrium. */
const WARM_UP_SHARE = 1 / 3;
/** Levels of a stage that fit into memory with ease. */
const MOST_LEVELS = 16777216;

export const firstLength = ({ every }: PilotCost): StageLength => ({
  samples: FIRST.samples,
  warmUp: FIRST.warmUp * every,
});

/** Nanoseconds, counted, of a stage. */
export const costOfStage = ({ warmUp, samples }: StageLength, cost: PilotCost): number =>
  CHAINS * (warmUp * cost.trajectory + samples * cost.sample);

/**
 * The stage after one of so many samples: twice as long, or as long as `left` nanoseconds pay for. Undefined where that is less than half of the last stage, or where its `size` levels per
 * sample are too many to keep.
 */
export function nextLength(samples: number, cost: PilotCost, left: number, size: number): StageLength | undefined {
  const each = CHAINS * (cost.sample + WARM_UP_SHARE * cost.every * cost.trajectory);
  const next = Math.min(2 * samples, Math.floor(left / each));
  if (2 * next < samples || CHAINS * next * size > MOST_LEVELS) return undefined;
  return { samples: next, warmUp: cost.every * Math.ceil(WARM_UP_SHARE * next) };
}
