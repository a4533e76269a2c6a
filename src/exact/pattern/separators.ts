/**
 * Separators of a region without coordinates: the vertices as far from one vertex as from another. On a periodic lattice with the
 * second vertex half a period away these are the two planes that a torus must be cut along, on an open one it is a single plane.
 */
import { refine, SEPARATOR, SMALLEST_SHARE } from './refinement.ts';
import type { Region } from './region.ts';

/** Second vertices tried for each first one, and divisions kept of all. */
const TRIED = 16;
const KEPT = 3;

/** Good divisions of a region: 0, 1 or `SEPARATOR` for every vertex; none of side 0 has a neighbour on side 1. */
export function divisions({ neighbours }: Region): Int8Array[] {
  const count = neighbours.length;
  const inside = neighbours.map((own) => own.filter((u) => u < count));
  const end = farthest(distances(inside, 0));
  const sides = [end, farthest(distances(inside, end))].flatMap((root) => {
    const fromRoot = distances(inside, root);
    return others(count).map((other) => divide(inside, fromRoot, distances(inside, other)));
  });
  const rated = sides.map((side) => ({ side, rating: rating(side) })).filter(({ rating }) => rating < Infinity);
  const kept = rated.sort((a, b) => a.rating - b.rating).slice(0, KEPT);
  return kept.map(({ side }) => {
    refine(inside, side);
    return side;
  });
}

const others = (count: number): number[] =>
  Array.from({ length: Math.min(TRIED, count) }, (_, k) => Math.floor((k * count) / Math.min(TRIED, count)));

/** Steps from the root to every vertex; −1 where there is no way. */
function distances(neighbours: readonly (readonly number[])[], root: number): Int32Array {
  const steps = new Int32Array(neighbours.length).fill(-1);
  const queue = [root];
  steps[root] = 0;
  for (const v of queue) {
    for (const u of neighbours[v]) {
      if (steps[u] >= 0) continue;
      steps[u] = steps[v] + 1;
      queue.push(u);
    }
  }
  return steps;
}

const farthest = (steps: Int32Array): number => steps.indexOf(steps.reduce((a, b) => Math.max(a, b)));

/** Sides by which vertex is nearer; what is as far from both, or would touch the other side, separates. */
function divide(neighbours: readonly (readonly number[])[], a: Int32Array, b: Int32Array): Int8Array {
  const side = Int8Array.from(a, (steps, v) => (steps < b[v] ? 0 : steps > b[v] ? 1 : SEPARATOR));
  return side.map((s, v) => (s === 0 && neighbours[v].some((u) => side[u] === 1) ? SEPARATOR : s));
}

/** Vertices of the separator for each on the smaller side; Infinity where that is far too small. */
function rating(side: Int8Array): number {
  const size = [0, 0, 0];
  for (const s of side) size[s]++;
  const smaller = Math.min(size[0], size[1]);
  return smaller < (SMALLEST_SHARE / 2) * side.length ? Infinity : size[SEPARATOR] / smaller;
}
