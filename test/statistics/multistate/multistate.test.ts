/** Averages and norms from samples of several states, against Bennett's ratio and solutions without a piece. */
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { cutIntoPieces } from '../../../src/statistics/multistate/cut.ts';
import { multistate, reweighted } from '../../../src/statistics/multistate/multistate.ts';
import { jackknifeFactors } from '../../../src/statistics/multistate/pieces.ts';
import type { MultistateSamples } from '../../../src/statistics/multistate/samples.ts';
import { type Drawn, drawn, LADDER, logDensity, TARGET } from './oscillators.ts';

it('is the acceptance ratio of Bennett between two states', () => {
  const { samples } = drawn(LADDER.slice(0, 2), 7);
  const { logPartitions } = multistate(samples);
  expect(logPartitions[0]).toBe(0);
  expect(logPartitions[1]).toBeCloseTo(bennett(samples), 9);
});

/** The ΔF at which the Fermi functions of both samples have equal sums: C. H. Bennett, J. Comput. Phys. 22, 245 (1976). */
function bennett({ logDensities: [first, second], counts, pieces }: MultistateSamples): number {
  const totals = [0, 0];
  for (const { state, first: from, end } of pieces)
    totals[state] += counts.subarray(from, end).reduce((a, b) => a + b, 0);
  const split = pieces.findIndex(({ state }) => state === 1);
  const start = pieces[split].first;
  const excess = (logRatio: number) => {
    let sum = 0;
    for (let n = 0; n < counts.length; n++) {
      const x = second[n] - first[n] - logRatio + Math.log(totals[1] / totals[0]);
      sum += counts[n] * (n < start ? 1 / (1 + Math.exp(-x)) : -1 / (1 + Math.exp(x)));
    }
    return sum;
  };
  let [low, high] = [-50, 50];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

it('changes by pieces are those of solutions without them, to first order', () => {
  const { x, samples } = drawn(LADDER, 3);
  const of = (reduced: MultistateSamples, kept: Float64Array) => {
    const at = reweighted(multistate(reduced), logDensity(TARGET, kept));
    return [at.logPartition(), at.mean(kept)];
  };
  const factors = jackknifeFactors(samples.pieces);
  const whole = of(samples, x);
  // Every unit is one piece here.
  samples.pieces.forEach(({ unit }, b) => {
    const without = of(...leavingOut(samples, x, b));
    for (const [k, { value, changes, error }] of whole.entries()) {
      const expected = value - factors[unit] * changes[unit];
      expect(Math.abs(without[k].value - expected)).toBeLessThan(0.05 * error);
    }
  });
});

function leavingOut({ logDensities, counts, pieces }: MultistateSamples, x: Float64Array, left: number) {
  const { first, end } = pieces[left];
  const rest = (values: Float64Array) => values.filter((_, n) => n < first || n >= end);
  const shift = (n: number) => (n >= end ? n - (end - first) : n);
  const reduced = {
    logDensities: logDensities.map(rest),
    counts: rest(counts),
    pieces: pieces
      .filter((_, b) => b !== left)
      .map((piece) => ({ ...piece, first: shift(piece.first), end: shift(piece.end) })),
  };
  return [reduced, rest(x)] as const;
}

it('does not depend on the order of the states, nor on constants in their densities', () => {
  const { samples } = drawn(LADDER, 5);
  const { logPartitions } = multistate(samples);
  const order = [2, 0, 1];
  const reordered = multistate({
    ...samples,
    logDensities: order.map((k) => samples.logDensities[k].map((value) => value + 1000 * k)),
    pieces: samples.pieces.map((piece) => ({ ...piece, state: order.indexOf(piece.state) })),
  });
  order.forEach((k, j) => {
    const expected = logPartitions[k] - logPartitions[2] + 1000 * (k - 2);
    expect(reordered.logPartitions[j]).toBeCloseTo(expected, 8);
  });
});

it('finds norms that differ by thousands', () => {
  const centres = [0, 60, 120, 180];
  const states = centres.map((centre) => ({ stiffness: 0.002, centre, chains: [400, 400] }));
  const { samples } = drawn(states, 9);
  const offsets = [0, -4000, 3000, 9000];
  const logDensities = samples.logDensities.map((values, k) => values.map((value) => value + offsets[k]));
  const { logPartitions } = multistate({ ...samples, logDensities });
  for (const [k, found] of logPartitions.entries()) expect(Math.abs(found - offsets[k])).toBeLessThan(1);
});

describe('states that share no samples', () => {
  const far: readonly Drawn[] = [
    { stiffness: 1, centre: 0, chains: [200, 200] },
    { stiffness: 1, centre: 100, chains: [200, 200] },
  ];
  const { x, samples } = drawn(far, 4);
  const states = multistate(samples);
  const at = (centre: number) => reweighted(states, logDensity({ stiffness: 1, centre }, x));

  it('have averages of their own', () => {
    const own = at(0).mean(x);
    expect(own.value).toBeCloseTo(x.subarray(0, 400).reduce((sum, value) => sum + value, 0) / 400, 12);
    expect(own.error).toBeGreaterThan(0.03);
    expect(own.error).toBeLessThan(0.08);
    expect(at(0).effective).toBeCloseTo(400, 6);
  });

  it('say nothing of the ratio of their norms, nor of what lies between', () => {
    expect(at(100).logPartition().error).toBe(Infinity);
    expect(at(0).logPartition().error).toBeLessThan(1e-15);
    expect(at(50).effective).toBeLessThan(10);
  });
});

it('a constant is that constant, without an error', () => {
  const { x, samples } = drawn(LADDER, 6);
  const at = reweighted(multistate(samples), logDensity(TARGET, x));
  const { value, error } = at.mean(new Float64Array(x.length).fill(0.1));
  expect([value, error]).toEqual([0.1, 0]);
});

it('counts effective samples: as many as there are at a state of its own, fewer beside it', () => {
  const { x, samples } = drawn([{ stiffness: 1, centre: 0, chains: [500, 500], correlation: 0.5 }], 8);
  const states = multistate(samples);
  expect(reweighted(states, logDensity({ stiffness: 1, centre: 0 }, x)).effective).toBeCloseTo(1000 / 3, 6);
  // Weights e^{cx − c²/2} have a mean square of e^{c²}.
  const beside = reweighted(states, logDensity({ stiffness: 1, centre: 0.5 }, x)).effective;
  expect(beside / (1000 / 3 / Math.exp(0.25))).toBeGreaterThan(0.85);
  expect(beside / (1000 / 3 / Math.exp(0.25))).toBeLessThan(1.15);
});

describe('pieces', () => {
  const numbers = (length: number, step = 1) => Array.from({ length }, (_, k) => step * (k + 1) - 1);
  const cut = (lengths: readonly number[], tau: number) => {
    let first = 0;
    return cutIntoPieces(
      lengths.map((length, chain) => {
        first += length;
        return { state: 0, family: 7, chain, first: first - length, numbers: numbers(length), tau };
      }),
    );
  };

  it('are whole chains where there are many or they are short, and parts of ten τ or more elsewhere', () => {
    expect(cut(new Array(45).fill(1000), 1)).toHaveLength(45);
    expect(cut([90, 90], 5)).toHaveLength(2);
    expect(cut([100, 70], 3).map(({ first, end, unit }) => [first, end, unit])).toEqual([
      [0, 33, 0],
      [33, 66, 1],
      [66, 100, 2],
      [100, 133, 3],
      [133, 166, 4],
      [166, 170, 5],
    ]);
    expect(cut([1e4, 1e4, 1e4, 1e4], 1)).toHaveLength(40);
  });

  it('share a unit with those of other states that have the same numbers of the same chain', () => {
    const two = (tau: number) => [
      { state: 0, family: 7, chain: 0, first: 0, numbers: numbers(60, 5), tau: 5 },
      { state: 1, family: 7, chain: 0, first: 60, numbers: numbers(150, 2), tau },
    ];
    const ranges = cutIntoPieces(two(10)).map(({ state, first, end, unit }) => [state, first, end, unit]);
    expect(ranges).toEqual([
      [0, 0, 20, 0],
      [0, 20, 40, 1],
      [0, 40, 60, 2],
      [1, 60, 110, 0],
      [1, 110, 160, 1],
      [1, 160, 210, 2],
    ]);
  });

  it('are two at least', () => {
    const { samples } = drawn([{ stiffness: 1, centre: 0, chains: [9] }], 1);
    expect(() => multistate(samples)).toThrow(
      new InputError('state 0: expected at least two pieces of chains with samples that count, found 1'),
    );
  });
});
