/** How long the stages of a pilot are. */
import type { PilotCosts, SampledWeight } from './budget.ts';

/** What every chain of a stage does. */
export interface StagePlan {
  readonly weight: SampledWeight;
  /** Steps in which step sizes adapt and the chains go where this chemical potential takes them. */
  readonly warmUp: number;
  readonly samples: number;
}

/** Chains of a pilot: one with a hot and one with a cold start. */
export const CHAINS = 2;

/** Samples of a chain in the first stage, and before how many there would be time in its warm-up. */
const FIRST = { samples: 16, warmUp: 32 };
/** Samples of a chain in the first stage with a linear model, which shows what these are worth. */
const FIRST_LINEAR = 128;
/** The warm-up of later stages, which begin near equilibrium: a share of their samples, and so many more. */
const WARM_UP = { exact: { share: 1 / 3, more: 0 }, linear: { share: 0, more: 10 } };
/** A stage over the one before it, at most. */
const GROWTH = { exact: 2, linear: 8 };
/** Levels of a stage that fit into memory with ease. */
const MOST_LEVELS = 16777216;

export const firstStage = ({ exact: { every } }: PilotCosts): StagePlan => ({
  weight: 'exact',
  samples: FIRST.samples,
  warmUp: FIRST.warmUp * every,
});

/** Nanoseconds, counted, of a stage. */
export function costOfStage({ weight, warmUp, samples }: StagePlan, costs: PilotCosts): number {
  const { step, sample } = costs[weight];
  return CHAINS * (warmUp * step + samples * sample);
}

/** What bounds the next stage. */
export interface Bounds {
  /** Samples of a chain in the last stage of the same weight; 0 for the first one. */
  readonly before: number;
  /** Samples of a chain that would be enough. */
  readonly needed: number;
  /** Nanoseconds that are left. */
  readonly left: number;
  /** Levels of a sample. */
  readonly size: number;
}

/**
 * The stage after the last one of the same weight: as long as is needed, as can be paid for, and as its growth allows. Undefined where it would be less than half of the last stage for want of
 * time, or has too many levels to keep.
 */
export function nextStage(weight: SampledWeight, bounds: Bounds, costs: PilotCosts): StagePlan | undefined {
  const { before, needed, left, size } = bounds;
  const { every, step, sample } = costs[weight];
  const { share, more } = WARM_UP[weight];
  const longest = before === 0 ? FIRST_LINEAR : GROWTH[weight] * before;
  const wanted = Math.max(FIRST.samples, Math.min(longest, Math.ceil(needed)));
  const affordable = Math.floor((left / CHAINS - more * every * step) / (sample + share * every * step));
  const samples = Math.min(wanted, affordable);
  const fewest = before === 0 ? wanted : Math.min(wanted, before) / 2;
  if (samples < fewest || CHAINS * samples * size > MOST_LEVELS) return undefined;
  return { weight, samples, warmUp: every * Math.ceil(share * samples + more) };
}
