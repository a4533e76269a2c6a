/** How the length of a transform is divided: into factors, each of which is one pass over the data. */
import { cosTurns, sinTurns } from '../elementary.ts';

/** One pass of a transform along one axis: `length` = radix · rest, after passes that have transformed `stride` interleaved ones. */
export interface Pass {
  readonly radix: number;
  /** Points of each of the `radix` parts that are combined. */
  readonly rest: number;
  /** Complex numbers between neighbouring points of the axis. */
  readonly stride: number;
  /** Blocks that are transformed one after the other. */
  readonly blocks: number;
  /** e^{2πi pt/length} at 2(radix·p + t), p < rest, t < radix. */
  readonly twiddles: Float64Array;
  /** e^{2πi t/radix}, complex. */
  readonly roots: Float64Array;
}

/** The passes of a transform of complex numbers [… z][y][x][batch], one direction after the other. */
export function passesOf(sizes: readonly number[], batch: number): Pass[] {
  const points = sizes.reduce((product, length) => product * length, 1);
  let inner = batch;
  return sizes.flatMap((length) => {
    const passes = passesAlong(length, inner, (points * batch) / (inner * length));
    inner *= length;
    return passes;
  });
}

function passesAlong(length: number, inner: number, blocks: number): Pass[] {
  let [rest, stride] = [length, inner];
  return radices(length).map((radix) => {
    rest /= radix;
    const pass = { radix, rest, stride, blocks, twiddles: twiddles(rest, radix), roots: roots(radix) };
    stride *= radix;
    return pass;
  });
}

/** 4 as often as it divides, then primes in ascending order. */
export function radices(length: number): number[] {
  const factors: number[] = [];
  let rest = length;
  for (; rest % 4 === 0; rest /= 4) factors.push(4);
  for (let p = 2; rest > 1; p++) for (; rest % p === 0; rest /= p) factors.push(p);
  return factors;
}

function twiddles(rest: number, radix: number): Float64Array {
  const length = rest * radix;
  const table = new Float64Array(2 * length);
  for (let p = 0; p < rest; p++)
    for (let t = 0; t < radix; t++) writeRoot(table, radix * p + t, ((p * t) % length) / length);
  return table;
}

function roots(radix: number): Float64Array {
  const table = new Float64Array(2 * radix);
  for (let t = 0; t < radix; t++) writeRoot(table, t, t / radix);
  return table;
}

function writeRoot(table: Float64Array, index: number, turns: number): void {
  table[2 * index] = cosTurns(turns);
  table[2 * index + 1] = sinTurns(turns);
}
