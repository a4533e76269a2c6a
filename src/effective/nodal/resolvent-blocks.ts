/**
 * Blocks of K = iH, and of resolvents of it, between orbitals: s_0 + iσ·s + i(t_0 + iσ·t) with real numbers, of which odd orders in the spins give s and even ones t.
 * As complex matrices [[a, b], [c, d]], or, where H has odd orders within two groups and even ones across, as real quaternions: orbitals of
 * the second group times i make t real as well.
 */
import type { Packing } from './packing.ts';

/** Elements between groups p and q: where u of each stands in blocks, the vector `width` numbers apart, and where it stands in K from p to q, and from q to p. */
export interface Pairs {
  readonly p: number;
  readonly width: number;
  readonly element: Int32Array;
  readonly direct: Int32Array;
  readonly conjugate: Int32Array;
}

/** Loops over all elements of some pairs; the numbers s_0, s or t_0, t of an element follow each other in `parts`. */
interface BlockForm {
  /** Numbers of a block of K. */
  readonly size: number;
  /** Adds blocks of odd order, σ·v + iu, and of even order, u + iσ·v, to K: i times the first is −u + iσ·v. */
  addOdd(pairs: Pairs, blocks: Float64Array, matrix: Float64Array): void;
  addEven(pairs: Pairs, blocks: Float64Array, matrix: Float64Array): void;
  /** Reads s or t of the blocks that begin at `places`; `sign`: of t in quaternions. */
  readOdd(places: Int32Array, matrix: Float64Array, parts: Float64Array): void;
  readEven(places: Int32Array, sign: number, matrix: Float64Array, parts: Float64Array): void;
}

export function pairsOf({ orbitalCount, width, groupCount }: Packing, size: number, p: number, q: number): Pairs {
  const count = groupCount * orbitalCount;
  const pairs = Array.from({ length: orbitalCount * orbitalCount }, (_, n) => [
    Math.floor(n / orbitalCount),
    n % orbitalCount,
  ]);
  const at = (a: number, b: number) => size * (a * count + b);
  return {
    p,
    width,
    element: Int32Array.from(pairs, ([r, s]) => 4 * (p * width + r) * width + s),
    direct: Int32Array.from(pairs, ([r, s]) => at(p * orbitalCount + r, q * orbitalCount + s)),
    conjugate: Int32Array.from(pairs, ([r, s]) => at(q * orbitalCount + s, p * orbitalCount + r)),
  };
}

/** The sign of t in a row of quaternions of this group. */
export const signOf = (group: number): number => (group === 0 ? -1 : 1);

const complex: BlockForm = {
  size: 8,
  addOdd({ element, direct, width }, blocks, matrix) {
    for (let n = 0; n < element.length; n++) {
      const [e, at] = [element[n], direct[n]];
      const u = -blocks[e];
      const x = blocks[e + width];
      const y = blocks[e + 2 * width];
      const z = blocks[e + 3 * width];
      matrix[at] += u;
      matrix[at + 1] += z;
      matrix[at + 2] += y;
      matrix[at + 3] += x;
      matrix[at + 4] -= y;
      matrix[at + 5] += x;
      matrix[at + 6] += u;
      matrix[at + 7] -= z;
    }
  },
  addEven({ element, direct, width }, blocks, matrix) {
    for (let n = 0; n < element.length; n++) {
      const [e, at] = [element[n], direct[n]];
      const u = blocks[e];
      const x = blocks[e + width];
      const y = blocks[e + 2 * width];
      const z = blocks[e + 3 * width];
      matrix[at] -= z;
      matrix[at + 1] += u;
      matrix[at + 2] -= x;
      matrix[at + 3] += y;
      matrix[at + 4] -= x;
      matrix[at + 5] -= y;
      matrix[at + 6] += z;
      matrix[at + 7] += u;
    }
  },
  readOdd(places, matrix, parts) {
    for (let n = 0, to = 0; n < places.length; n++, to += 4) {
      const at = places[n];
      parts[to] = (matrix[at] + matrix[at + 6]) / 2;
      parts[to + 1] = (matrix[at + 3] + matrix[at + 5]) / 2;
      parts[to + 2] = (matrix[at + 2] - matrix[at + 4]) / 2;
      parts[to + 3] = (matrix[at + 1] - matrix[at + 7]) / 2;
    }
  },
  readEven(places, _, matrix, parts) {
    for (let n = 0, to = 0; n < places.length; n++, to += 4) {
      const at = places[n];
      parts[to] = (matrix[at + 1] + matrix[at + 7]) / 2;
      parts[to + 1] = -(matrix[at + 2] + matrix[at + 4]) / 2;
      parts[to + 2] = (matrix[at + 3] - matrix[at + 5]) / 2;
      parts[to + 3] = (matrix[at + 6] - matrix[at]) / 2;
    }
  },
};

const quaternion: BlockForm = {
  size: 4,
  addOdd({ element, direct, width }, blocks, matrix) {
    for (let n = 0; n < element.length; n++) {
      const [e, at] = [element[n], direct[n]];
      matrix[at] -= blocks[e];
      for (let c = 1; c < 4; c++) matrix[at + c] += blocks[e + c * width];
    }
  },
  addEven({ p, element, direct, width }, blocks, matrix) {
    const sign = signOf(p);
    for (let n = 0; n < element.length; n++)
      for (let c = 0; c < 4; c++) matrix[direct[n] + c] += sign * blocks[element[n] + c * width];
  },
  readOdd(places, matrix, parts) {
    for (let n = 0; n < places.length; n++) for (let c = 0; c < 4; c++) parts[4 * n + c] = matrix[places[n] + c];
  },
  readEven(places, sign, matrix, parts) {
    for (let n = 0; n < places.length; n++) for (let c = 0; c < 4; c++) parts[4 * n + c] = sign * matrix[places[n] + c];
  },
};

export const BLOCK_FORMS = { quaternion, complex } as const;
