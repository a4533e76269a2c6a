/** Random numbers that belong to places in a chain: blocks at the same place have the same, whatever else there is. */
import { fillNormal } from '../numeric/normal.ts';
import { philoxStream } from '../numeric/philox.ts';

/** The numbers of a block, a standard normal one for each replica. The block is that of the samples index · 2^level … (index + 1) · 2^level − 1 of its chain. */
export type BlockNoise = (level: number, index: number) => Float64Array;

/** Blocks as long as this, some ten million samples, have numbers of their own. */
const TOP_LEVEL = 24;
const MOST_BLOCKS = 17179869184;
/** Positions of the stream that a block has for itself: enough for thousands of replicas. */
const POSITIONS = 8192;

/**
 * The noise of a chain, a function of `seed` and `stream`. The numbers of a block are the sum of those of its halves over √2, as increments of Brownian motion are, so that blocks of different lengths that overlap are correlated as far as they can be.
 * It is made from long blocks to short ones (P. Lévy's construction), so that it depends neither on how long a chain is nor on what other chains there are.
 */
export function blockNoise(seed: number, stream: number, replicas: number): BlockNoise {
  const known = new Map<string, Float64Array>();
  const normals = (level: number, index: number): Float64Array => {
    const numbers = new Float64Array(replicas);
    fillNormal(philoxStream(seed, stream, (level * MOST_BLOCKS + index) * POSITIONS), numbers);
    return numbers;
  };
  const halve = (level: number, index: number): void => {
    const [whole, difference] = [noise(level + 1, index), normals(level, index)];
    known.set(`${level} ${2 * index}`, combined(whole, difference, Math.SQRT1_2));
    known.set(`${level} ${2 * index + 1}`, combined(whole, difference, -Math.SQRT1_2));
  };
  const noise: BlockNoise = (level, index) => {
    const key = `${level} ${index}`;
    if (level >= TOP_LEVEL && !known.has(key)) known.set(key, normals(level, index));
    else if (!known.has(key)) halve(level, Math.floor(index / 2));
    return known.get(key) as Float64Array;
  };
  return noise;
}

const combined = (whole: Float64Array, difference: Float64Array, factor: number): Float64Array =>
  whole.map((value, r) => Math.SQRT1_2 * value + factor * difference[r]);
