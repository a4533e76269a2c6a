/** Replicas of the means of a run, jointly for all its observables: the bootstrap over blocks or whole chains. */
import type { RandomStream } from '../numeric/philox.ts';
import { type Chains, checkSameShape, countSamples } from './chains.ts';

/** Consecutive samples of the chains, in blocks that are taken to be independent. */
export interface Blocks {
  /** Σ w x of every column over every block, `sums[column][block]`. */
  readonly sums: readonly Float64Array[];
  /** Σ w over every block; the number of its samples where all weigh the same. */
  readonly weights: Float64Array;
}

/** A value with one number per replica, which scatter about it as the value does about the truth. */
export interface Replicated {
  readonly mean: number;
  readonly replicas: Float64Array;
}

/** Block length in autocorrelation times: what correlates neighbouring blocks makes the error 5 % too small. */
const LENGTH_IN_TAU = 10;
/** More blocks than these do not make the error better known than other things; fewer and longer ones correlate less. */
const MOST_BLOCKS = 128;
/** Fewest blocks: their scatter gives the error to 18 %. */
export const FEWEST_BLOCKS = 16;

/**
 * Cuts the chains of several columns into the same blocks, `columns[column][chain][sample]`: at least 10 τ long, whole chains where these are many or short. Undefined where that leaves
 * fewer than 16 blocks. `tau`: the largest autocorrelation time of the columns in samples; `weights`: of the samples, where they differ.
 */
export function blocksOf(columns: readonly Chains[], tau: number, weights?: Chains): Blocks | undefined {
  for (const chains of columns) checkSameShape(columns[0], chains);
  const length = Math.max(LENGTH_IN_TAU * tau, countSamples(columns[0]) / MOST_BLOCKS);
  const counts = columns[0].map((chain) => Math.max(1, Math.floor(chain.length / length)));
  if (counts.reduce((sum, count) => sum + count, 0) < FEWEST_BLOCKS) return undefined;
  const sum = (term: (chain: number, sample: number) => number) =>
    Float64Array.from(columns[0].flatMap((chain, c) => blockSums(chain.length, counts[c], (k) => term(c, k))));
  return {
    sums: columns.map((chains) => sum((c, k) => (weights ? weights[c][k] * chains[c][k] : chains[c][k]))),
    weights: sum((c, k) => (weights ? weights[c][k] : 1)),
  };
}

/** Sums over `count` blocks of nearly equal length. */
function blockSums(length: number, count: number, term: (sample: number) => number): number[] {
  return Array.from({ length: count }, (_, b) => {
    const end = Math.floor(((b + 1) * length) / count);
    let sum = 0;
    for (let k = Math.floor((b * length) / count); k < end; k++) sum += term(k);
    return sum;
  });
}

/**
 * The means of all columns with replicas: B. Efron, Ann. Stat. 7, 1 (1979), with blocks drawn for all columns together, so that replicas keep their correlations.
 *
 * n blocks drawn from n scatter by (n − 1)/n of the variance that is sought, so deviations are stretched by √(n/(n − 1)).
 */
export function resampledMeans({ sums, weights }: Blocks, count: number, random: RandomStream): Replicated[] {
  const blocks = weights.length;
  const stretch = Math.sqrt(blocks / (blocks - 1));
  const means = sums.map((column) => total(column) / total(weights));
  const replicas = sums.map(() => new Float64Array(count));
  const times = new Float64Array(blocks);
  for (let r = 0; r < count; r++) {
    times.fill(0);
    for (let draw = 0; draw < blocks; draw++) times[Math.floor(blocks * random.nextUniform())]++;
    const drawn = dot(times, weights);
    sums.forEach((column, a) => {
      replicas[a][r] = means[a] + stretch * (dot(times, column) / drawn - means[a]);
    });
  }
  return means.map((mean, a) => ({ mean, replicas: replicas[a] }));
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

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}
