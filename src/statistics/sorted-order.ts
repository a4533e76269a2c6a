/** Which value comes where in ascending order, for long series: by the bits of the doubles, without comparisons. */

import { cache } from '../numeric/cache.ts';
import { countSamples } from './chains.ts';

/** Values in ascending order, and the index that each had before; the indices of equal values ascend too. */
export interface SortedOrder {
  readonly sorted: Float64Array;
  readonly index: Uint32Array;
}

/** Which half of a double holds its upper bits on this machine. */
const UPPER = new Int32Array(Float64Array.of(1).buffer)[0] === 0 ? 1 : 0;

/** A digit of the integers that are ordered as the values are: eleven bits of one half, ten of its uppermost digit. */
interface Digit {
  readonly half: number;
  readonly shift: number;
  /** The bit that is set where the value is not negative. */
  readonly sign: number;
}

const SHIFTS = [0, 11, 22];
const BUCKETS = 1 << 11;

/** The digits of each half, the least significant one first. */
const LOWER_DIGITS: readonly Digit[] = SHIFTS.map((shift) => ({ half: 1 - UPPER, shift, sign: 0 }));
const UPPER_DIGITS: readonly Digit[] = SHIFTS.map((shift) => ({ half: UPPER, shift, sign: 0x80000000 }));

/** Values may move by so many places on average until sorting by lower digits, too, is quicker. */
const MOST_MOVES = 4;

/**
 * The values of all parts in ascending order; −0 becomes 0. No value is NaN. Indices count on from one part to the next.
 *
 * A radix sort, least significant digit first (D. E. Knuth, The Art of Computer Programming 3, 5.2.5), on the bits of the doubles: inverted for
 * negative numbers, with the sign inverted for others, they are integers in the same order (IEEE 754). Time O(n). Where most values differ in their upper halves these are
 * enough: neighbours that do not are put in order by insertion.
 *
 * The result is overwritten by the next call for as many values.
 */
export function sortedOrder(...parts: readonly Float64Array[]): SortedOrder {
  const [first, second] = workArrays(countSamples(parts));
  load(parts, first);
  const [nearly, spare] = sortedBy(UPPER_DIGITS, first, second);
  return insertAll(nearly) ? nearly : sortedBy([...LOWER_DIGITS, ...UPPER_DIGITS], nearly, spare)[0];
}

interface Order extends SortedOrder {
  readonly sorted: Float64Array<ArrayBuffer>;
  readonly index: Uint32Array<ArrayBuffer>;
}

/** All series of a run are as long: new arrays for each would cost a third of the time. */
const latest = cache<readonly [Order, Order]>(1);

const workArrays = (count: number) => latest(String(count), () => [newOrder(count), newOrder(count)]);
const newOrder = (count: number): Order => ({ sorted: new Float64Array(count), index: new Uint32Array(count) });

function load(parts: readonly Float64Array[], { sorted, index }: Order): void {
  let next = 0;
  for (const values of parts)
    for (let k = 0; k < values.length; k++, next++) {
      // The sum turns −0 into 0.
      sorted[next] = values[k] + 0;
      index[next] = next;
    }
}

/** Returns the order that holds the result, then the other one. */
function sortedBy(digits: readonly Digit[], order: Order, spare: Order): [Order, Order] {
  const count = order.sorted.length;
  let [from, to] = [order, spare];
  for (const digit of digits) {
    const halves = new Int32Array(from.sorted.buffer);
    const starts = bucketStarts(halves, digit);
    if (isOneBucket(starts, count)) continue;
    distribute(from, halves, digit, starts, to);
    [from, to] = [to, from];
  }
  return [from, to];
}

/** Moves every value before larger ones, equal ones in the order that they have. Returns whether it came to an end: it does not where values have far to go. */
function insertAll({ sorted, index }: SortedOrder): boolean {
  let moves = MOST_MOVES * sorted.length;
  for (let i = 1; i < sorted.length && moves >= 0; i++) {
    const value = sorted[i];
    const place = index[i];
    let k = i;
    for (; k > 0 && sorted[k - 1] > value; k--) {
      sorted[k] = sorted[k - 1];
      index[k] = index[k - 1];
    }
    sorted[k] = value;
    index[k] = place;
    moves -= i - k;
  }
  return moves >= 0;
}

/** The digit of a value: its bits, inverted where it is negative. */
function digitAt(halves: Int32Array, i: number, { half, shift, sign }: Digit): number {
  const upper = halves[2 * i + UPPER];
  return ((halves[2 * i + half] ^ (upper >> 31) ^ (~upper & sign)) >>> shift) & (BUCKETS - 1);
}

/** By digit: how many values have a smaller one. */
function bucketStarts(halves: Int32Array, digit: Digit): Uint32Array {
  const starts = new Uint32Array(BUCKETS);
  for (let i = 0; 2 * i < halves.length; i++) starts[digitAt(halves, i, digit)]++;
  let sum = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = starts[bucket];
    starts[bucket] = sum;
    sum += count;
  }
  return starts;
}

/** Whether all values have the same digit: no start lies between the first value and the last. */
const isOneBucket = (starts: Uint32Array, count: number): boolean =>
  starts.every((start) => start === 0 || start === count);

/** Moves the values by one digit, those of the same digit in the order that they have; moves the starts on. */
function distribute(from: SortedOrder, halves: Int32Array, digit: Digit, starts: Uint32Array, to: SortedOrder): void {
  const { sorted, index } = from;
  for (let i = 0; i < sorted.length; i++) {
    const place = starts[digitAt(halves, i, digit)]++;
    to.sorted[place] = sorted[i];
    to.index[place] = index[i];
  }
}

/** The distances of the values from a centre in ascending order: those below it, from the last on, merged with those from it on. */
export function foldedOrder({ sorted, index }: SortedOrder, centre: number): SortedOrder {
  const folded = { sorted: new Float64Array(sorted.length), index: new Uint32Array(sorted.length) };
  let above = sorted.findIndex((value) => value >= centre);
  if (above < 0) above = sorted.length;
  let below = above - 1;
  for (let k = 0; k < sorted.length; k++) {
    const isBelow = above === sorted.length || (below >= 0 && centre - sorted[below] < sorted[above] - centre);
    const next = isBelow ? below-- : above++;
    folded.sorted[k] = Math.abs(sorted[next] - centre);
    folded.index[k] = index[next];
  }
  return folded;
}
