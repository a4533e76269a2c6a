/** Nested dissection: its separators separate, its orders are what elimination on sets makes of them, and it is used only where it costs less. */
import { describe, expect, it } from 'vitest';
import type { Elimination } from '../../../src/exact/pattern/elimination.ts';
import { eliminationOrder } from '../../../src/exact/pattern/elimination-order.ts';
import { createGraph, neighbourLists } from '../../../src/exact/pattern/graph.ts';
import { minimumFill } from '../../../src/exact/pattern/minimum-fill.ts';
import { refine, SEPARATOR } from '../../../src/exact/pattern/refinement.ts';
import { cutOut } from '../../../src/exact/pattern/region.ts';
import { divisions } from '../../../src/exact/pattern/separators.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { reducedGraph } from './reduced-graph.ts';

type Lists = readonly (readonly number[])[];

const copied = (lists: Lists) => lists.map((own) => own.slice());
const whole = (lists: Lists) => cutOut((v) => lists[v], Array.from(lists.keys()));

/** Later neighbours of every vertex, by elimination on sets; a patch is a full block. */
function structureOf(lists: Lists, order: readonly number[], patch: readonly number[]): number[][] {
  const sets = lists.map((own) => new Set(own));
  for (const a of patch) for (const b of patch) if (a !== b) sets[a].add(b);
  return order.map((v) => {
    const later = [...sets[v]];
    for (const a of later) {
      sets[a].delete(v);
      for (const b of later) if (a !== b) sets[a].add(b);
    }
    return later.sort((a, b) => a - b);
  });
}

function expectValid({ order, structure, operations }: Elimination, lists: Lists, patch: readonly number[] = []) {
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from(lists.keys()));
  expect(order.slice(order.length - patch.length)).toEqual(patch);
  expect(structure.map((row) => [...row].sort((a, b) => a - b))).toEqual(structureOf(lists, order, patch));
  expect(operations).toBe(structure.reduce((sum, { length: d }) => sum + d * d + d, 0));
}

function expectSeparated(lists: Lists, side: Int8Array) {
  for (const [v, own] of lists.entries()) for (const u of own) expect(side[v] + side[u] === 1).toBe(false);
}

const sizeOf = (side: Int8Array, wanted: number) => side.filter((s) => s === wanted).length;

const LATTICES: [string, LatticeSpec, number][] = [
  ['cubic 6³', { kind: 'cubic', size: [6, 6, 6] }, 1.05],
  ['cubic 8³', { kind: 'cubic', size: [8, 8, 8] }, 1.1],
  ['triangular 24²', { kind: 'triangular', size: [24, 24] }, 1.03],
  ['kagome 16²', { kind: 'kagome', size: [16, 16] }, 1],
  ['cubic, open', { kind: 'cubic', size: [9, 8, 7], boundary: ['open', 'open', 'open'] }, 1.02],
  ['square 24²', { kind: 'square', size: [24, 24] }, 1],
];

describe('the order of a lattice', () => {
  it.each(LATTICES)('%s costs less than minimum fill by the factor known, and is valid', (_, spec, gain) => {
    const lists = reducedGraph(spec);
    const filling = minimumFill(createGraph(copied(lists)));
    const found = eliminationOrder(lists);
    expectValid(found, lists);
    expect(filling.operations / found.operations).toBeGreaterThanOrEqual(gain);
    // A gain of less than two per cent is not worth other bits in every weight.
    if (filling.operations / found.operations < 1.02) expect(found).toEqual(filling);
  });

  it('keeps a patch for the end', () => {
    const lists = reducedGraph({ kind: 'cubic', size: [8, 8, 8] });
    const patch = [9, 3, 30, 31, 70];
    const found = eliminationOrder(lists, patch);
    expectValid(found, lists, patch);
    expect(found.operations).toBeLessThan(minimumFill(createGraph(copied(lists)), patch).operations / 1.02);
  });

  it('is that of minimum fill where the time to find it is limited, and for what falls into pieces', () => {
    const lists = reducedGraph({ kind: 'cubic', size: [6, 6, 6] });
    expect(eliminationOrder(lists, [], 1)).toEqual(minimumFill(createGraph(copied(lists)), [], 1));
    const apart = [...lists, ...lists.map((own) => own.map((v) => v + lists.length))];
    expectValid(eliminationOrder(apart), apart);
    expect(eliminationOrder([])).toEqual({ order: [], structure: [], operations: 0 });
  });

  it('is valid for random graphs', () => {
    const random = philoxStream(11, 0);
    for (const count of [60, 150, 220]) {
      const vertices = Array.from({ length: count }, (_, v) => v);
      const pairs = vertices.flatMap((a) => vertices.slice(0, a).map((b): [number, number] => [a, b]));
      const lists = neighbourLists(
        count,
        pairs.filter(([a, b]) => random.nextUniform() < (a - b < 20 ? 0.3 : 0.003)),
      );
      expectValid(eliminationOrder(lists), lists);
    }
  });
});

describe('separators', () => {
  it('of a torus are two planes, found without coordinates', () => {
    const lists = reducedGraph({ kind: 'square', size: [8, 32] });
    const [best] = divisions(whole(lists));
    expectSeparated(lists, best);
    // Eight sites around, twice; the reduced lattice couples second neighbours, so a plane has two half rows.
    expect(sizeOf(best, SEPARATOR)).toBe(16);
    expect(Math.abs(sizeOf(best, 0) - sizeOf(best, 1))).toBeLessThan(10);
  });

  it('become smaller by refinement and go on separating', () => {
    const lists = reducedGraph({ kind: 'square', size: [16, 16] });
    const random = philoxStream(12, 0);
    const half = lists.map(() => (random.nextUniform() < 0.5 ? 0 : 1));
    const side = Int8Array.from(half, (s, v) => (s === 0 && lists[v].some((u) => half[u] === 1) ? SEPARATOR : s));
    const before = sizeOf(side, SEPARATOR);
    refine(lists, side);
    expectSeparated(lists, side);
    expect(sizeOf(side, SEPARATOR)).toBeLessThan(before);
  });
});
