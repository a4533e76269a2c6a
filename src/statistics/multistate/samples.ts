/** Samples of several distributions, to be combined. */
import { InputError } from '../../errors.ts';

/** Consecutive samples of one chain, independent of those of other pieces. */
export interface Piece {
  /** The state that they were drawn from, from 0. */
  readonly state: number;
  /** Samples first … end − 1. */
  readonly first: number;
  readonly end: number;
}

/** All samples of all states, numbered through. A state is a distribution, known but for its norm. */
export interface MultistateSamples {
  /** log of the density of every state at every sample, `logDensities[state][sample]`, up to a constant of the state. */
  readonly logDensities: readonly Float64Array[];
  /** How many independent samples each sample stands for: 1/2τ, times the importance weight, of mean 1, where it was drawn from another distribution than that of its state. */
  readonly counts: Float64Array;
  /** The pieces in the order of their samples, none of which is left out. */
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

/** A state has about so many pieces, … */
const PIECES = 20;
/** … and each is at least so many autocorrelation times long. */
const TIMES = 10;

/** The pieces of the chains of a state: whole chains, or parts of them where there are few chains and these are long. `first`: number of their first sample. */
export function cutIntoPieces(state: number, first: number, lengths: readonly number[], tau: number): Piece[] {
  const perChain = Math.ceil(PIECES / lengths.length);
  const pieces: Piece[] = [];
  let start = first;
  for (const length of lengths) {
    const parts = Math.max(1, Math.min(perChain, Math.floor(length / (TIMES * tau))));
    for (let part = 0; part < parts; part++)
      pieces.push({
        state,
        first: start + Math.floor((part * length) / parts),
        end: start + Math.floor(((part + 1) * length) / parts),
      });
    start += length;
  }
  return pieces;
}
