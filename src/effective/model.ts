/** A learned energy E_eff(S; θ) ≈ F(S) = −T log W(S): what every effective model offers. */
import type { Lattice } from '../lattice/lattice.ts';
import type { RandomStream } from '../numeric/philox.ts';

/** A learned energy E_eff(S; θ) on one lattice of N sites: its value, its force on the spins and its gradient in the P parameters. */
export interface EffectiveModel {
  /** The kind, a built-in one or your own name. */
  readonly kind: string;
  /** The lattice whose configurations it takes. */
  readonly lattice: Lattice;
  /** θ, live: writing to it changes the model. θ[0] is always the constant E_0. */
  readonly parameters: Float64Array;
  /** One name per parameter, for model cards: "E0", "J_1", "block 1 W_Q shell 0", … */
  readonly parameterNames: readonly string[];
  /** What `energyAndForce` costs, counted as `cost` of the exact model is: inner chains are chosen by it. */
  readonly cost: number;
  /** What `energy` alone costs; two fifths of `cost` where left out. */
  readonly energyCost?: number;
  /** E_eff(S), total. `spins`: x y z of site 0, of site 1, … */
  energy(spins: Float64Array): number;
  /** E_eff and, into `force` (3N), −∂E_eff/∂S_i as a Cartesian vector, before projection on the tangent plane. */
  energyAndForce(spins: Float64Array, force: Float64Array): number;
  /** E_eff and, into `gradient` (one number per parameter), ∂E_eff/∂θ: a row of the Jacobian of a data set. */
  energyAndGradient(spins: Float64Array, gradient: Float64Array): number;
  /**
   * For models E = Σ_k θ_k φ_k(S): writes φ_k to energies[k] and −∂φ_k/∂S, 3N numbers, to forces[k], in one go. Where it is left out fits read them off with one parameter
   * at 1 and all others at 0.
   */
  termForces?(spins: Float64Array, energies: Float64Array, forces: readonly Float64Array[]): void;
  /** The choice that `createEffectiveModel` makes this model from again, on this or another lattice. */
  describe(): EffectiveChoice | readonly EffectiveChoice[];
  /** Draws θ from where training should start. Models without it start well from the θ that they are made with. */
  draw?(random: RandomStream): void;
}

/** "all": every minimal-image shell; a number: the first so many shells; a list: these shells. */
export type ShellChoice = 'all' | number | readonly number[];

/** One entry of `[effective]` of a spec, in camel case; options that a kind does not know are errors. */
export interface EffectiveChoice {
  /** A built-in kind; your own models describe themselves by other names, which `createEffectiveModel` does not know. */
  readonly kind: string;
  /** Shells that the model uses; each kind has its own default. */
  readonly shells?: ShellChoice;
  /** Attention blocks of a transformer. */
  readonly blocks?: number;
  /** Shells, the first ones, that the blocks of a transformer are smeared over; all of `shells` where left out. The last output is read out with all. */
  readonly smeared?: number;
  /** Read out all pairs of block outputs with the last one, not the last with itself alone. */
  readonly crossReadout?: boolean;
  /** Divide the attention sum by N, so that weights carry over to other sizes. A window does that already. */
  readonly normalised?: boolean;
  /** Attend only to sites within this many shells. */
  readonly window?: number;
  /** Layers of a comparison model, and fields in each. */
  readonly layers?: number;
  /** Fields in each layer of a comparison model. */
  readonly channels?: number;
}
