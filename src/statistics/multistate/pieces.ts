/** Errors from pieces of chains, which are independent where samples are not. */
import type { MultistateSamples, Piece } from './samples.ts';

export interface PieceSums {
  /** An entry per sample, for whoever needs one at a time. */
  readonly work: Float64Array;
  /** The change that each unit makes: its deviations and the answer of log Z to its shares, both beyond what its number of samples alone explains. */
  changes(deviations: Float64Array, slopes: Float64Array): Float64Array;
  /** One standard deviation, by the jackknife that leaves out one unit at a time: Σ over families of B/(B − 1) Σ changes² of their B units. */
  error(changes: Float64Array): number;
}

/** What all quantities need of the shares of all samples, summed once. `totals`: independent samples by state. */
export function pieceSums(
  { counts, pieces }: MultistateSamples,
  totals: Float64Array,
  shares: Float64Array,
): PieceSums {
  const states = totals.length;
  const factors = jackknifeFactors(pieces);
  const share = Float64Array.from(pieces, (piece) => total(counts, piece) / totals[piece.state]);
  const byUnit = (sums: Float64Array) => unitSums(pieces, centred(pieces, sums, share, states), factors.length);
  const column = (k: number) =>
    Float64Array.from(pieces, ({ first, end }) => {
      let sum = 0;
      for (let n = first; n < end; n++) sum += counts[n] * shares[n * states + k];
      return sum;
    });
  const columns = Array.from({ length: states }, (_, k) => byUnit(column(k)));
  return {
    work: new Float64Array(counts.length),
    changes(deviations, slopes) {
      const changes = byUnit(Float64Array.from(pieces, (piece) => total(deviations, piece)));
      for (let k = 0; k < states; k++) for (let u = 0; u < changes.length; u++) changes[u] += slopes[k] * columns[k][u];
      return changes;
    },
    error: (changes) => Math.sqrt(changes.reduce((sum, change, u) => sum + factors[u] * change * change, 0)),
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
  for (const [p, { state }] of pieces.entries()) totals[state] += sums[p];
  return sums.map((sum, p) => sum - share[p] * totals[pieces[p].state]);
}

/** Pieces of one unit may depend on each other: what they add up to counts. */
function unitSums(pieces: readonly Piece[], sums: Float64Array, units: number): Float64Array {
  const totals = new Float64Array(units);
  for (const [p, { unit }] of pieces.entries()) totals[unit] += sums[p];
  return totals;
}

/** B/(B − 1) of every unit, B the number of units of its family. */
export function jackknifeFactors(pieces: readonly Piece[]): Float64Array {
  const families = new Map(pieces.map(({ unit, family }) => [unit, family]));
  const counts = Map.groupBy(families.values(), (family) => family);
  return Float64Array.from({ length: families.size }, (_, unit) => {
    const { length } = counts.get(families.get(unit) as number) ?? [];
    return length / (length - 1);
  });
}
