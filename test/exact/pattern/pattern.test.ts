import { describe, expect, it } from 'vitest';
import { createGraph, eliminate, neighbourLists } from '../../../src/exact/pattern/graph.ts';
import { independentSet, sublatticeMask } from '../../../src/exact/pattern/independent-set.ts';
import { leastFill } from '../../../src/exact/pattern/least-fill.ts';
import { minimumFill } from '../../../src/exact/pattern/minimum-fill.ts';
import { createPattern } from '../../../src/exact/pattern/pattern.ts';
import { postorder } from '../../../src/exact/pattern/postorder.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { randomHopping } from '../random-systems.ts';

const ring = (n: number): [number, number][] => Array.from({ length: n }, (_, i) => [i, (i + 1) % n]);

const recounted = (neighbours: readonly (readonly number[])[], v: number): number =>
  neighbours[v].flatMap((a) => neighbours[v].filter((b) => a < b && !neighbours[a].includes(b))).length;

describe('elimination graph', () => {
  it('counts fill before it happens', () => {
    const graph = createGraph(neighbourLists(40, [...ring(40), [0, 7], [0, 33]]));
    expect(graph.fill[0]).toBe(6);
    expect(eliminate(graph, 0)).toEqual([1, 7, 33, 39]);
    expect(graph.fill[1]).toBe(3);
  });

  it('keeps counts up to date, and finds the vertex of least fill, as if all were counted anew', () => {
    const random = philoxStream(7, 0);
    for (const vertexCount of [5, 40, 300]) {
      const vertices = Array.from({ length: vertexCount }, (_, v) => v);
      const pairs = vertices.flatMap((a) => vertices.slice(0, a).map((b): [number, number] => [a, b]));
      const chosen = pairs.filter(() => random.nextUniform() < 3 / vertexCount);
      const graph = createGraph(neighbourLists(vertexCount, chosen));
      const waiting = new Set(vertices.filter(() => random.nextUniform() < 0.1));
      const next = leastFill(graph, waiting);
      const left = new Set(vertices.filter((v) => !waiting.has(v)));
      while (left.size > 0) {
        const counts = [...left].map((v) => recounted(graph.neighbours, v));
        expect([...left].map((v) => graph.fill[v])).toEqual(counts);
        const least = counts.reduce((a, b) => Math.min(a, b));
        const ties = [...left].filter((_, index) => counts[index] === least);
        const uniform = random.nextUniform();
        const v = next(uniform);
        expect(v).toBe(ties[Math.floor(uniform * ties.length)]);
        eliminate(graph, v);
        left.delete(v);
      }
    }
  });

  it('counts vertices around a region as joined to each other', () => {
    const random = philoxStream(8, 0);
    const [inner, vertexCount] = [40, 55];
    const vertices = Array.from({ length: vertexCount }, (_, v) => v);
    const pairs = vertices.flatMap((a) => vertices.slice(0, a).map((b): [number, number] => [a, b]));
    const coupled = pairs.filter(([, b]) => b < inner && random.nextUniform() < 0.1);
    const joined = pairs.filter(([, b]) => b >= inner);
    const graph = createGraph(neighbourLists(vertexCount, coupled), inner);
    const full = createGraph(neighbourLists(vertexCount, [...coupled, ...joined]));
    for (let v = 0; v < inner; v += 3) {
      expect(graph.fill.slice(0, inner)).toEqual(full.fill.slice(0, inner));
      expect(eliminate(graph, v)).toEqual(eliminate(full, v));
    }
  });

  it('orders a tree without fill: one multiply-add for L, one for the diagonal of each edge', () => {
    const pairs = Array.from({ length: 50 }, (_, i): [number, number] => [i + 1, i >> 1]);
    expect(minimumFill(createGraph(neighbourLists(51, pairs))).operations).toBe(100);
  });

  it('keeps a patch for the end, in its order', () => {
    const { order, structure } = minimumFill(createGraph(neighbourLists(12, ring(12))), [5, 2, 9]);
    expect(order.slice(-3)).toEqual([5, 2, 9]);
    expect(structure.slice(-3)).toEqual([[2, 9], [9], []]);
  });

  it('is renumbered without extra fill: every pivot updates later ones only, children before parents', () => {
    const { order, structure, operations } = postorder(
      minimumFill(createGraph(neighbourLists(60, [...ring(60), [0, 30], [15, 45]]))),
    );
    const rank = new Map(order.map((v, k) => [v, k]));
    structure.forEach((row, k) => {
      for (const v of row) expect(rank.get(v)).toBeGreaterThan(k);
    });
    expect(structure.reduce((sum, { length: d }) => sum + d * d + d, 0)).toBe(operations);
  });
});

describe('closed-form elimination', () => {
  it('never takes neighbours', () => {
    const hopping = randomHopping(philoxStream(5, 0), { siteCount: 60, density: 0.1, classC: false });
    const chosen = independentSet(hopping, new Set([3, 4, 5]));
    for (let i = 0; i < 60; i++) {
      if (!chosen[i]) continue;
      for (const j of hopping.column.subarray(hopping.rowStart[i], hopping.rowStart[i + 1]))
        expect(chosen[j] && j !== i).toBe(false);
    }
    expect([3, 4, 5].some((i) => chosen[i])).toBe(false);
  });

  it('takes the larger sublattice, or spares the one asked for', () => {
    const sublattice = Int8Array.of(1, -1, 1);
    expect(sublatticeMask(sublattice)).toEqual([true, false, true]);
    expect(sublatticeMask(sublattice, 0)).toEqual([false, true, false]);
  });
});

it('gives every block one slot', () => {
  const hopping = randomHopping(philoxStream(6, 0), { siteCount: 40, density: 0.1, classC: false });
  const { base, rowStart, slotCount, update, target, direct } = createPattern(hopping, independentSet(hopping));
  const owned = Array.from(base, (start, k) => start + 1 + 2 * (rowStart[k + 1] - rowStart[k]));
  expect([...base.slice(1), slotCount]).toEqual(owned);
  for (const slot of [...update, ...target, ...direct]) expect(slot).toBeLessThan(slotCount);
});
