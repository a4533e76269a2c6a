/** Errors from pieces of chains, which are independent where samples are not. */
import type { MultistateSamples, Piece } from './samples.ts';

export interface PieceSums {
  /** One standard deviation, by the jackknife that leaves out one piece at a time: Σ over states of B/(B − 1) Σ changes² of its B pieces. */
  error(changes: Float64Array): number;
  /** An entry per sample, for whoever needs one at a time. */
  readonly work: Float64Array;
  /** The change that each piece makes: its deviations and the answer of log Z to its shares, both beyond what its number of samples alone explains. */
  changes(deviations: Float64Array, slopes: Float64Array): Float64Array;
}

/** What all quantities need of the shares of all samples, summed once. `totals`: independent samples by state. */
export function pieceSums(
  { counts, pieces }: MultistateSamples,
  totals: Float64Array,
  shares: Float64Array,
): PieceSums {
  const states = totals.length;
  const share = Float64Array.from(pieces, (piece) => total(counts, piece) / totals[piece.state]);
  const column = (k: number) => {
    const sums = Float64Array.from(pieces, ({ first, end }) => {
      let sum = 0;
      for (let n = first; n < end; n++) sum += counts[n] * shares[n * states + k];
      return sum;
    });
    return centred(pieces, sums, share, states);
  };
  const columns = Array.from({ length: states }, (_, k) => column(k));
  const factors = jackknifeFactors(pieces);
  return {
    error: (changes) => Math.sqrt(changes.reduce((sum, change, b) => sum + factors[b] * change * change, 0)),
    work: new Float64Array(counts.length),
    changes(deviations, slopes) {
      const changes = centred(
        pieces,
        Float64Array.from(pieces, (piece) => total(deviations, piece)),
        share,
        states,
      );
      for (let k = 0; k < states; k++) for (let b = 0; b < changes.length; b++) changes[b] += slopes[k] * columns[k][b];
      return changes;
    },
  };
}

function total(values: Float64Array, { first, end }: Piece): number {
  let sum = 0;
  for (let n = first; n < end; n++) sum += values[n];
  return sum;
}

/** Sums of pieces less the share of each in the sum of its state: how many samples a state has is no chance. */
function centred(pieces: readonly Piece[], sums: Float64Array, share: Float64Array, states: number): Float64Array {
  const totals = new Float64Array(states);
  for (const [b, { state }] of pieces.entries()) totals[state] += sums[b];
  return sums.map((sum, b) => sum - share[b] * totals[pieces[b].state]);
}

/** B/(B − 1) of every piece, B the number of pieces of its state. */
export function jackknifeFactors(pieces: readonly Piece[]): Float64Array {
  const counts = Map.groupBy(pieces, ({ state }) => state);
  return Float64Array.from(pieces, ({ state }) => {
    const { length } = counts.get(state) ?? [];
    return length / (length - 1);
  });
}
