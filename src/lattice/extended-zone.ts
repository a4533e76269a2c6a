/** The wave vectors that structure factors distinguish, where sites of a cell lie between those of the Bravais lattice. */
import { type IntegerVector, minus, times } from './integer.ts';
import { dualBasis, triangularBasis } from './integer-lattice.ts';
import type { Lattice } from './lattice.ts';
import { cells } from './sites.ts';

export interface ExtendedZone {
  /** The n of every q = Σ_d (n_d/L_d) b_d, the first direction fastest. */
  readonly waveNumbers: readonly IntegerVector[];
  /** The n of this list, if the zone is whole, at which all S(q) are what they are at the given one, integers or not. */
  reduced(waveNumber: readonly number[]): readonly number[];
  /** Whether the zone is whole: false where it is cut to keep the number of wave vectors bounded. */
  readonly isWhole: boolean;
}

/** What a zone depends on. */
type Cells = Pick<Lattice, 'infinite' | 'spec' | 'dimension'>;

/** Reciprocal cells in a zone, at most, and in each direction of one that is cut, by dimension. */
const LARGEST = 64;
const LARGEST_SIDE: Readonly<Record<number, number>> = { 1: 64, 2: 8, 3: 4 };

/**
 * S(q) = |Σ_i S_i e^{iq·r_i}|²/N is the same at q + G when G is a reciprocal vector with e^{iG·(r − r')} = 1 for all sites r, r' of a cell, and the zone
 * holds one q of each such class: one reciprocal cell with one site per cell, 3 on honeycomb, 2 × 2 on kagome. The mean of S(q) over it is 1 for unit spins.
 * Open directions have the same n as periodic ones, although no symmetry makes them good quantum numbers: order shows there too.
 *
 * Sites are whole multiples of primitive vectors over the `scale` of the infinite lattice, so this is arithmetic of integers. A basis whose zone would have more than 64
 * cells gets the first 8 × 8 of them (64 in one dimension, 4 × 4 × 4 in three), on which S(q) need not be periodic.
 */
export function extendedZone(lattice: Cells): ExtendedZone {
  const { size } = lattice.spec;
  const periods = periodsOf(lattice);
  const isWhole = periods.reduce((product, period, d) => product * period[d], 1) <= LARGEST;
  const counts = periods.map((period, d) =>
    isWhole ? period[d] : Math.min(period[d], LARGEST_SIDE[lattice.dimension]),
  );
  const lengths = size.map((length, d) => length * counts[d]);
  return { waveNumbers: cells(lengths), reduced: (waveNumber) => reduced(waveNumber, periods, lattice), isWhole };
}

/** A triangular basis of the vectors G above, in units of reciprocal vectors: row d ends with component d. */
function periodsOf({ infinite: { basis, scale }, dimension }: Cells): number[][] {
  const unit = (d: number) => Array.from({ length: dimension }, (_, c) => Number(c === d));
  const directions = Array.from({ length: dimension }, (_, d) => d);
  const differences = basis.map((point) => minus(point, basis[0]));
  const generators = [...directions.map((d) => times(unit(d), scale)), ...differences];
  return dualBasis(triangularBasis(generators), scale);
}

function reduced(waveNumber: readonly number[], periods: readonly IntegerVector[], { spec }: Cells): number[] {
  const { size } = spec;
  return periods.reduceRight<number[]>(
    (n, period, d) => {
      const count = Math.floor(n[d] / (period[d] * size[d]));
      return n.map((value, c) => value - count * period[c] * size[c]);
    },
    [...waveNumber],
  );
}
