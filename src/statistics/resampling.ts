/** Replicas of the means of a run, jointly for all its observables and with other runs that share its random numbers: the bootstrap over blocks or whole chains. */
import type { BlockNoise } from './block-noise.ts';
import { type Chains, checkSameShape, countSamples } from './chains.ts';

/** Consecutive samples of the chains, in blocks that are taken to be independent. */
export interface Blocks {
  /** Σ w x of every column over every block, `sums[column][block]`. */
  readonly sums: readonly Float64Array[];
  /** Σ w over every block; the number of its samples where all weigh the same. */
  readonly weights: Float64Array;
  /** log2 of their length in samples; the last one of each chain holds the rest too. */
  readonly level: number;
  /** Where every block lies: the index of its chain, and its number within that, both from 0. */
  readonly places: readonly { readonly chain: number; readonly index: number }[];
}

/** A value with one number per replica, which scatter about it as the value does about the truth. */
export interface Replicated {
  readonly mean: number;
  readonly replicas: Float64Array;
}

/** Block length in autocorrelation times: what correlates neighbouring blocks makes the error 5 % too small. */
const LENGTH_IN_TAU = 10;
/** More blocks than these do not make the error better known than other things, and runs whose τ differ would have blocks of different lengths. */
const MOST_BLOCKS = 64;
/** Fewest blocks: their scatter gives the error to 18 %. */
export const FEWEST_BLOCKS = 16;

/**
 * Cuts the chains of several columns into the same blocks, `columns[column][chain][sample]`: at least 10 τ long, whole chains where these are many or short. Undefined where that leaves
 * fewer than 16 blocks. Lengths are powers of two, so that blocks of runs that differ somewhat in length or in τ lie at the same samples, or in one another.
 * `tau`: the largest autocorrelation time of the columns in samples; `weights`: of the samples, where they differ.
 */
export function blocksOf(columns: readonly Chains[], tau: number, weights?: Chains): Blocks | undefined {
  for (const chains of columns) checkSameShape(columns[0], chains);
  const shortest = Math.max(LENGTH_IN_TAU * tau, countSamples(columns[0]) / MOST_BLOCKS);
  const level = log2AtLeast(shortest);
  const length = powerOfTwo(level);
  const counts = columns[0].map((chain) => Math.max(1, Math.floor(chain.length / length)));
  const places = counts.flatMap((count, chain) => Array.from({ length: count }, (_, index) => ({ chain, index })));
  if (places.length < FEWEST_BLOCKS) return undefined;
  const sum = (term: (chain: number, sample: number) => number) =>
    Float64Array.from(places, ({ chain, index }) => {
      const end = index + 1 < counts[chain] ? (index + 1) * length : columns[0][chain].length;
      return sumOf(index * length, end, (k) => term(chain, k));
    });
  return {
    sums: columns.map((chains) => sum((c, k) => (weights ? weights[c][k] * chains[c][k] : chains[c][k]))),
    weights: sum((c, k) => (weights ? weights[c][k] : 1)),
    level,
    places,
  };
}

const powerOfTwo = (exponent: number): number => (exponent === 0 ? 1 : 2 * powerOfTwo(exponent - 1));

/** The least exponent of 2 that reaches a length. */
function log2AtLeast(length: number): number {
  let exponent = 0;
  while (powerOfTwo(exponent) < length) exponent++;
  return exponent;
}

function sumOf(first: number, end: number, term: (k: number) => number): number {
  let sum = 0;
  for (let k = first; k < end; k++) sum += term(k);
  return sum;
}

/**
 * The means of all columns with replicas, the same for all columns and for every run with the same noise: each block counts 1 + ξ times, with normal numbers ξ in place of the times that B. Efron, Ann. Stat. 7, 1 (1979) draws it. Draws could not be
 * the same in runs of different lengths. `noises`: those of the chains, by index.
 *
 * Deviations from the mean of n blocks scatter by 1 − Σ w² of the variance that is sought, w the share of each in the mean, (n − 1)/n where they are equal, and are stretched accordingly.
 */
export function resampledMeans({ sums, weights, level, places }: Blocks, noises: readonly BlockNoise[]): Replicated[] {
  const all = total(weights);
  const stretch = 1 / Math.sqrt(1 - weights.reduce((sum, weight) => sum + weight * weight, 0) / (all * all));
  const noise = places.map(({ chain, index }) => noises[chain](level, index));
  return sums.map((column) => {
    const mean = total(column) / all;
    const replicas = new Float64Array(noise[0].length).fill(mean);
    column.forEach((sum, b) => {
      const change = (stretch * (sum - mean * weights[b])) / all;
      for (let r = 0; r < replicas.length; r++) replicas[r] += change * noise[b][r];
    });
    return { mean, replicas };
  });
}

/** A function of replicated means, replica by replica. */
export function replicated(inputs: readonly Replicated[], f: (values: readonly number[]) => number): Replicated {
  const replicas = inputs[0].replicas.map((_, r) => f(inputs.map((input) => input.replicas[r])));
  return { mean: f(inputs.map(({ mean }) => mean)), replicas };
}

/** The part of a normal distribution within one standard deviation. */
const ONE_SIGMA = 0.682689492137;

/** One standard deviation: half of the width that holds the middle 68.3 % of the replicas, which those far out do not move. NaN is passed over. */
export function replicaError(replicas: Float64Array): number {
  const sorted = replicas.filter((value) => !Number.isNaN(value)).sort();
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))];
  return (at((1 + ONE_SIGMA) / 2) - at((1 - ONE_SIGMA) / 2)) / 2;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
