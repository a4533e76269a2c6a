/** What log weights say about the density that proposed them, with errors. */
import { LARGEST_SHARE, normaliseWeights } from '../../src/statistics/weights.ts';
import { flowQuality } from '../../src/training/flow/flow-quality.ts';
import { type Combined, mean } from './seeds.ts';

export interface WeightQuality {
  /** (Σw)²/(n Σw²), the share of independent samples with equal weights that a proposal is worth. */
  readonly share: Combined;
  /** The acceptance of independence Metropolis. */
  readonly acceptance: Combined;
  /** The variance of log w over proposals. */
  readonly variance: Combined;
  /** log⟨w⟩: of flows from uniform spins the log of the mean of W over all directions. */
  readonly logMean: Combined;
  /** Whether one proposal has more than 5 % of all weight: then all numbers but the variance are too good. */
  readonly dominated: boolean;
}

/** The number of blocks that the errors come from. */
const BLOCKS = 20;

/** The quality by the log weights of proposals in the order in which they were made; errors by the jackknife over blocks, longer than the proposals remember each other. */
export function weightQuality(logWeights: Float64Array): WeightQuality {
  const all = numbersOf(logWeights);
  const without = Array.from({ length: BLOCKS }, (_, block) => numbersOf(withoutBlock(logWeights, block)));
  const withError = (key: keyof typeof all): Combined => ({
    value: all[key],
    error: jackknifeError(without.map((numbers) => numbers[key])),
  });
  return {
    share: withError('share'),
    acceptance: withError('acceptance'),
    variance: withError('variance'),
    logMean: withError('logMean'),
    dominated: all.largestShare > LARGEST_SHARE,
  };
}

function numbersOf(logWeights: Float64Array) {
  const { effectiveShare: share, acceptance, spread, largestShare } = flowQuality(logWeights);
  const { logMean } = normaliseWeights([logWeights]);
  return { share, acceptance, variance: spread * spread, logMean, largestShare };
}

function withoutBlock(values: Float64Array, block: number): Float64Array {
  const [from, to] = [block, block + 1].map((k) => Math.floor((k * values.length) / BLOCKS));
  return values.filter((_, k) => k < from || k >= to);
}

function jackknifeError(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.map((value) => (value - centre) ** 2);
  return Math.sqrt((BLOCKS - 1) * mean(squares));
}
