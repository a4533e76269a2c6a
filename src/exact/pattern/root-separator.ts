/** The separator that an elimination order has anyway: the vertices at the end that hold the rest together. */
import type { Elimination } from './elimination.ts';

/** A part of fewer vertices is none. */
const SMALLEST_PART = 8;

interface Forest {
  readonly roots: readonly number[];
  readonly children: readonly (readonly number[])[];
  /** Vertices in the subtree of each place. */
  readonly size: Int32Array;
}

/** Vertices without which at least two parts are left; undefined where the order is a chain. */
export function rootSeparator(given: Elimination): number[] | undefined {
  const { roots, children, size } = eliminationForest(given);
  const parts = (trees: readonly number[]) => trees.filter((k) => size[k] >= SMALLEST_PART);
  const separator: number[] = [];
  let trees = roots;
  while (parts(trees).length < 2) {
    const largest = parts(trees)[0];
    if (largest === undefined) return undefined;
    separator.push(given.order[largest]);
    trees = [...trees.filter((k) => k !== largest), ...children[largest]];
  }
  return separator;
}

/** Places in the order as trees: the parent of a vertex is the first of its later neighbours. */
function eliminationForest({ order, structure }: Elimination): Forest {
  const place = new Map(order.map((v, k) => [v, k]));
  const children: number[][] = order.map(() => []);
  const size = new Int32Array(order.length).fill(1);
  const roots: number[] = [];
  structure.forEach((row, k) => {
    const parent = row.reduce((first, v) => Math.min(first, place.get(v) ?? Infinity), Infinity);
    if (parent < Infinity) size[parent] += size[k];
    (children[parent] ?? roots).push(k);
  });
  return { roots, children, size };
}
