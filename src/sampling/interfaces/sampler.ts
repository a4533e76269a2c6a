/**
 * Markov kernels on configurations of spins. They return what happened and log nothing.
 *
 * A step is a function of the state, the position of the random stream and the settings; whatever else a sampler remembers is a
 * cache of it. A chain therefore continues bit for bit from a checkpoint of these three.
 */
import type { RandomStream } from '../../numeric/philox.ts';

/** The state of a chain. Samplers replace the contents, never the object. */
export interface ChainState {
  /** The configuration, x y z of site 0, of site 1, … */
  readonly spins: Float64Array;
  /** Exact log W of `spins`, up to the error bound of the model. */
  logWeight: number;
  /** log of the weight that a sample carries: 0 where the chain follows W itself, log(W/W_eff) where it is reweighted, log w where it is annealed. */
  logImportance: number;
}

/** What one step did; rates are ratios of sums. */
export interface StepOutcome {
  /** Proposals decided by the exact weight, and how many of them were accepted. */
  readonly proposed: number;
  readonly accepted: number;
  /** Evaluations of the exact weight (a local proposal counts as 1/N), with or without forces. */
  readonly exactEvaluations: number;
  /** Evaluations of effective models, with or without forces; a sweep of single-spin moves counts as one. */
  readonly effectiveEvaluations: number;
  /** Proposals decided by effective models within the inner chain of a self-learning step. */
  readonly innerProposed: number;
  readonly innerAccepted: number;
  /** log of the acceptance ratio of the last exact decision: its distribution predicts the acceptance. NaN without a decision. */
  readonly logRatio: number;
}

/** Everything that `adapt` may have changed, for checkpoints. */
export type SamplerSettings = Readonly<Record<string, number>>;

/** A Markov kernel whose samples follow W, by themselves or with the weights that they carry. */
export interface Sampler {
  /** Name of the method, as in specs. */
  readonly name: string;
  /** Makes `spins` (copied) the start of a chain. */
  start(spins: Float64Array): ChainState;
  /** One step: a sweep of local moves, a trajectory, a proposal of an inner chain. */
  step(state: ChainState, random: RandomStream): StepOutcome;
  /** log of the density that the next step follows, up to a constant, where that is not W: log W_eff with reweighting. */
  readonly logDensity?: ((spins: Float64Array) => number) | undefined;
  /** Every step begins anew, wherever the chain was: there is nothing that replicas could exchange. */
  readonly isIndependent?: boolean;
  /** Adjusts step sizes to the step just made. During warm-up only: a chain that goes on adapting has no stationary distribution. */
  adapt?(): void;
  /** The settings that `adapt` changes, for checkpoints. */
  settings(): SamplerSettings;
  /** Adopts settings of a checkpoint. */
  restore(settings: SamplerSettings): void;
}
