/** The shortest wave vectors of a periodic lattice, and their lengths as a difference on the lattice measures them. */
import { sinTurns } from '../numeric/elementary.ts';
import { apply, box, greatestCommonDivisor, leastCommonMultiple, minus, plus, transposed } from './integer.ts';
import type { Lattice } from './lattice.ts';
import { reciprocalVectors } from './reciprocal.ts';

export interface SmallestMomenta {
  /** The n of all q = Σ_d (n_d/L_d) b_d ≠ 0 of the smallest length; q and −q are both there. */
  readonly waveNumbers: readonly (readonly number[])[];
  /**
   * The square of q̂ = (2/a) sin(|q| a/2), a the distance of lattice planes perpendicular to q: 2 sin(π/L) on chains, square and cubic lattices. It is what the second difference from plane to plane makes of the wave.
   */
  readonly squaredLength: number;
}

/** Steps that are looked at in each direction; enough for primitive vectors that are not much longer than they need be. */
const REACH = 2;
/** Rounding of lengths that symmetry makes equal. */
const TOLERANCE = 1e-9;

/** The smallest momenta; undefined with open directions, which have none, and on a single cell. */
export function smallestMomenta(lattice: Lattice): SmallestMomenta | undefined {
  const { size, boundary } = lattice.spec;
  const isMomentum = (n: readonly number[]) => n.some((value, d) => value % size[d] !== 0);
  const candidates = combinations(lattice).filter(isMomentum);
  if (boundary.includes('open') || candidates.length === 0) return undefined;
  const squares = candidates.map((n) => squaredNorm(lattice, n));
  const least = Math.min(...squares);
  const waveNumbers = candidates.filter((_, k) => squares[k] <= least * (1 + TOLERANCE));
  const planes = planesOf(waveNumbers[0], size);
  const ratio = (sinTurns(1 / (2 * planes)) * planes) / Math.PI;
  return { waveNumbers, squaredLength: least * ratio * ratio };
}

/** The n to look at: sums of a few of the shortest that span all others, which are the units on all but tilted clusters. */
function combinations(lattice: Lattice): number[][] {
  const all = box(lattice.dimension, REACH);
  if (!lattice.spec.supercell) return all;
  const rows = lattice.spec.size.map((_, d) => lattice.spec.size.map((__, e) => Number(d === e)));
  const isShorter = (a: readonly number[], b: readonly number[]) =>
    squaredNorm(lattice, a) < squaredNorm(lattice, b) * (1 - TOLERANCE);
  const pairs = rows.flatMap((_, i) => rows.flatMap((__, j) => (i === j ? [] : [[i, j] as const])));
  const shorten = ([i, j]: readonly [number, number]): boolean => {
    const shorter = [plus(rows[i], rows[j]), minus(rows[i], rows[j])].find((n) => isShorter(n, rows[i]));
    if (shorter) rows[i] = shorter;
    return shorter !== undefined;
  };
  while (pairs.some(shorten));
  return all.map((counts) => apply(transposed(rows), counts));
}

function squaredNorm(lattice: Lattice, n: readonly number[]): number {
  const reciprocal = reciprocalVectors(lattice);
  const components = reciprocal[0].map((_, c) =>
    n.reduce((sum, value, d) => sum + (value / lattice.spec.size[d]) * reciprocal[d][c], 0),
  );
  return components.reduce((sum, value) => sum + value * value, 0);
}

/** Lattice planes in one wavelength: the least common denominator of all n_d/L_d. */
const planesOf = (n: readonly number[], size: readonly number[]): number =>
  n.map((value, d) => size[d] / greatestCommonDivisor(size[d], Math.abs(value))).reduce(leastCommonMultiple);
