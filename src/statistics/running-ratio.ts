/** Weighted mean, error and τ of a series while it grows, in constant memory: for progress, not for results. */
import { exp } from '../numeric/elementary.ts';
import type { RunningEstimate } from './blocking.ts';

interface RunningRatio {
  /** `logWeight`: up to a constant. */
  add(value: number, logWeight: number): void;
  /** The estimate so far; undefined while blocks are few, short beside τ, or one of them has most of the weight. */
  estimate(): RunningEstimate | undefined;
}

/** Sums over the samples of a block, with weights relative to the largest so far. */
interface Block {
  weight: number;
  value: number;
  square: number;
}

/** Blocks of equal length; when there are this many, neighbours are joined. */
const MOST_BLOCKS = 64;
const FEWEST_BLOCKS = 16;
/** A block this many τ long is nearly independent of the next. */
const LENGTH_IN_TAU = 4;
/** The largest part of all weight that one block may have. */
const LARGEST_SHARE = 0.5;

/** Σ w A/Σ w with the error by leaving out one block after the other. */
export function runningRatio(): RunningRatio {
  let blocks: Block[] = [];
  let length = 1;
  let inLast = 0;
  let samples = 0;
  let largest = -Infinity;
  return {
    add(value, logWeight) {
      if (logWeight > largest) {
        rescale(blocks, exp(largest - logWeight));
        largest = logWeight;
      }
      if (inLast === 0 || inLast === length) {
        if (blocks.length === MOST_BLOCKS) {
          blocks = joined(blocks);
          length *= 2;
        }
        blocks.push({ weight: 0, value: 0, square: 0 });
        inLast = 0;
      }
      addTo(blocks[blocks.length - 1], value, exp(logWeight - largest));
      inLast++;
      samples++;
    },
    estimate: () => estimateFrom(blocks, inLast === length ? blocks : blocks.slice(0, -1), length, samples),
  };
}

function rescale(blocks: readonly Block[], factor: number): void {
  for (const block of blocks) {
    block.weight *= factor;
    block.value *= factor;
    block.square *= factor;
  }
}

function addTo(block: Block, value: number, weight: number): void {
  block.weight += weight;
  block.value += weight * value;
  block.square += weight * value * value;
}

const sum = ({ weight, value, square }: Block, other: Block): Block => ({
  weight: weight + other.weight,
  value: value + other.value,
  square: square + other.square,
});

const joined = (blocks: readonly Block[]): Block[] =>
  Array.from({ length: blocks.length / 2 }, (_, k) => sum(blocks[2 * k], blocks[2 * k + 1]));

/** `full`: the blocks that have all of their samples, from which the error comes. */
function estimateFrom(
  blocks: readonly Block[],
  full: readonly Block[],
  length: number,
  samples: number,
): RunningEstimate | undefined {
  const count = full.length;
  if (count < FEWEST_BLOCKS) return undefined;
  const all = blocks.reduce(sum);
  if (blocks.some(({ weight }) => weight > LARGEST_SHARE * all.weight)) return undefined;
  const mean = all.value / all.weight;
  const variance = Math.max(0, all.square / all.weight - mean * mean);
  let squares = 0;
  for (const { weight, value } of full) {
    const deviation = (all.value - value) / (all.weight - weight) - mean;
    squares += deviation * deviation;
  }
  const errorSquared = ((count - 1) / count) * squares;
  if (variance === 0) return { mean, error: 0, tau: 0.5, samples };
  // Uneven weights count as correlations do.
  const tau = Math.max(0.5, (samples * errorSquared) / (2 * variance));
  return length >= LENGTH_IN_TAU * tau ? { mean, error: Math.sqrt(errorSquared), tau, samples } : undefined;
}
