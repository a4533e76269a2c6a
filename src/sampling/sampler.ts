/** Markov kernels that leave a distribution of spins invariant. They return what happened and log nothing. */
import type { RandomStream } from '../numeric/philox.ts';

/** Where a chain is. Samplers replace the contents, never the object. */
export interface ChainState {
  readonly spins: Float64Array;
  /** Exact log W of `spins`, up to the error bound of the model. */
  logWeight: number;
}

/** Counts since the last step; rates are ratios of sums. */
export interface StepOutcome {
  /** Proposals decided by the exact weight, and how many of them were accepted. */
  readonly proposed: number;
  readonly accepted: number;
  /** Evaluations of the exact weight (a local proposal counts as 1/N), with or without forces. */
  readonly exactEvaluations: number;
  /** Evaluations of an effective model. */
  readonly effectiveEvaluations: number;
  /** Of the inner chain of a self-learning step. */
  readonly innerProposed: number;
  readonly innerAccepted: number;
  /** log of the acceptance ratio of the last exact decision: its distribution predicts the acceptance. */
  readonly logRatio: number;
}

export interface Sampler {
  readonly name: string;
  /** Makes `spins` (copied) the start of a chain. */
  start(spins: Float64Array): ChainState;
  /** One step: a sweep of local moves, a trajectory, a proposal of an inner chain. */
  step(state: ChainState, random: RandomStream): StepOutcome;
  /** During warm-up only: adjusts step sizes to what happened since the last call. Never called while measuring. */
  adapt?(outcome: StepOutcome): void;
  /** Everything that `adapt` may have changed, for checkpoints; JSON values. */
  settings(): Record<string, number>;
  restore(settings: Readonly<Record<string, number>>): void;
}
