/**
 * Random numbers as a function of (seed, stream, position): Philox4x32-10.
 *
 * J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
 */
import { InputError } from '../errors.ts';

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;
const TWO_TO_32 = 4294967296;

/** One block: four random words from a counter of four words and a key of two. `out` may be `counter`. */
export function philox4x32(counter: Uint32Array, key0: number, key1: number, out: Uint32Array): void {
  let c0 = counter[0] | 0;
  let c1 = counter[1] | 0;
  let c2 = counter[2] | 0;
  let c3 = counter[3] | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highProduct(c0, MULTIPLIER_0);
    const high1 = highProduct(c2, MULTIPLIER_1);
    const low0 = Math.imul(c0, MULTIPLIER_0);
    const low1 = Math.imul(c2, MULTIPLIER_1);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** The upper 32 bits of the 64-bit product of two words, by long multiplication in base 2^16. */
function highProduct(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16);
  const carry = (Math.imul(aLow, bHigh) + (middle & 0xffff)) >>> 16;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + carry) | 0;
}

/** A sequence of random numbers, a function of `seed` and `stream`; `position` is its whole state. */
export interface RandomStream {
  /** The seed, which many streams share. */
  readonly seed: number;
  /** Number of this stream. */
  readonly stream: number;
  /** Uniform in the open interval (0, 1): (k + ½)/2^52 with k from the upper 52 bits of one 64-bit draw. */
  nextUniform(): number;
  /** 64-bit draws made so far; set it to continue from any place in the sequence. */
  position: number;
}

/**
 * Stream number `stream` of a seed, both non-negative safe integers.
 *
 * The key is the seed (53 of 64 bits), the counter is (position/2, stream), 64 bits each: streams of all seeds are disjoint by
 * construction, without a hash that could collide. One block of four words serves two draws.
 */
export function philoxStream(seed: number, stream: number, position = 0): RandomStream {
  checkIndex('seed', seed);
  checkIndex('stream', stream);
  checkIndex('position', position);
  const keyHigh = Math.floor(seed / TWO_TO_32);
  const counter = Uint32Array.of(0, 0, stream, stream / TWO_TO_32);
  const words = new Uint32Array(4);
  let block = Math.floor(position / 2);
  let blockInHand = -1;
  /** Index of the draw's upper word within the block, 0 or 2. */
  let word = 2 * (position % 2);
  return {
    seed,
    stream,
    nextUniform() {
      if (blockInHand !== block) {
        counter[0] = block;
        counter[1] = block / TWO_TO_32;
        philox4x32(counter, seed, keyHigh, words);
        blockInHand = block;
      }
      const uniform = (words[word] * 1048576 + (words[word + 1] >>> 12) + 0.5) * 2.220446049250313e-16;
      block += word >> 1;
      word ^= 2;
      return uniform;
    },
    get position() {
      return 2 * block + (word >> 1);
    },
    set position(value) {
      checkIndex('position', value);
      block = Math.floor(value / 2);
      word = 2 * (value % 2);
    },
  };
}

function checkIndex(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new InputError(`${name} must be an integer from 0 to 2^53 − 1, not ${value}.`);
}
