/** What makes configurations for methods that learn: inner chains, and annealings. */
import type { RandomStream } from '../../numeric/philox.ts';
import type { SamplerSettings } from './sampler.ts';

/** A configuration that was made. */
export interface Proposed {
  /** log of the density that W is divided by where the configuration is weighted or decided on. */
  readonly logDensityAfter: number;
  /** Proposals of the inner chain and how many were accepted; heat bath and overrelaxation propose nothing. */
  readonly proposed: number;
  readonly accepted: number;
  /** Evaluations of effective models; a sweep of single-spin moves counts as one. */
  readonly evaluations: number;
}

/** What an inner chain did between two configurations: log W_eff = −E_eff/T at both ends, by the same function of the spins alone. */
export interface Advance extends Proposed {
  readonly logDensityBefore: number;
}

/** What a method that learns proposes with. */
export interface Proposer {
  readonly name: string;
  /** Makes the next configuration, in place. As for samplers, a function of spins, stream position and settings. */
  advance(spins: Float64Array, random: RandomStream): Proposed;
  /** Adjusts step sizes to the last advance, in warm-up only. */
  adapt?(): void;
  /** The settings that `adapt` changes, for checkpoints. */
  settings(): SamplerSettings;
  /** Adopts settings of a checkpoint. */
  restore(settings: SamplerSettings): void;
}

/**
 * A Markov kernel q that is *reversible* with respect to W_eff: W_eff(S) q(S → S′) = W_eff(S′) q(S′ → S).
 *
 * Leaving W_eff invariant is not enough. A sweep in fixed site order does that, but its reverse runs the other way, and the outer test,
 * which takes q(S′ → S)/q(S → S′) to be W_eff(S)/W_eff(S′), would quietly sample something else.
 */
export interface ReversibleKernel extends Proposer {
  /** Moves `spins`. */
  advance(spins: Float64Array, random: RandomStream): Advance;
  /** log W_eff, by the function that gives an advance its ends. */
  readonly logDensity: (spins: Float64Array) => number;
  /** Every advance begins anew, wherever the chain was, and log W_eff is normalised: relative to uniform spins, so that the mean of W/W_eff is that of W over all directions, Z/(4π)^N. */
  readonly isIndependent?: boolean;
}
