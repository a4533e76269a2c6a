/** Samples of several distributions, to be combined. */
import { InputError } from '../../errors.ts';

/** Consecutive samples of one chain. Pieces of one unit may depend on each other, as chains do that share random numbers; units do not. */
export interface Piece {
  /** The state that they were drawn from, from 0. */
  readonly state: number;
  /** Samples first … end − 1. */
  readonly first: number;
  readonly end: number;
  /** Number of its unit, from 0. */
  readonly unit: number;
  /** Units of one family are as likely as each other. */
  readonly family: number;
}

/** All samples of all states, numbered through. A state is a distribution, known but for its norm. */
export interface MultistateSamples {
  /** log of the density of every state at every sample, `logDensities[state][sample]`, up to a constant of the state. */
  readonly logDensities: readonly Float64Array[];
  /** How many independent samples each sample stands for: 1/2τ, times the importance weight, of mean 1, where it was drawn from another distribution than that of its state. */
  readonly counts: Float64Array;
  /** The pieces, which hold every sample once. */
  readonly pieces: readonly Piece[];
}

/** Independent samples by state: Σ of their counts. Throws InputError for a state with fewer than two pieces, whose errors nobody could know. */
export function countsOfStates({ logDensities, counts, pieces }: MultistateSamples): Float64Array {
  const totals = new Float64Array(logDensities.length);
  for (const { state, first, end } of pieces) for (let n = first; n < end; n++) totals[state] += counts[n];
  for (const [state, total] of totals.entries()) {
    const found = pieces.filter((piece) => piece.state === state).length;
    if (found < 2 || !(total > 0))
      throw new InputError(
        `state ${state}: expected at least two pieces of chains with samples that count, found ${found}`,
      );
  }
  return totals;
}
