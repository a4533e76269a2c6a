import { expect, it } from 'vitest';
import type { Candidate } from '../../src/bench/samplers/candidate.ts';
import { compare } from '../../src/bench/samplers/compare.ts';
import { autoregressive, autoregressiveTau } from '../statistics/series.ts';

const SIZE = [6, 6] as const;
const SAMPLES = 4000;
const ROUNDS = 4;

/** A chain with a known τ, handed out in equal parts; `milliseconds`: of a step. */
function candidate(name: string, engine: 'wasm' | 'lapack', milliseconds: number, a: number, shift = 0): Candidate {
  const series = autoregressive(SAMPLES, a, name.length).map((value) => value + shift);
  const part = SAMPLES / ROUNDS;
  let turn = 0;
  return {
    name,
    engine,
    route: engine === 'wasm' ? 'quaternion' : 'dense',
    seconds: 1,
    settings: 'none',
    advance() {
      turn++;
      return { series: series.subarray((turn - 1) * part, turn * part), milliseconds: part * milliseconds };
    },
  };
}

it('takes cost per step times 2τ, and the ratio of that to every rival', async () => {
  const candidates = [candidate('ours', 'wasm', 0.1, 0.5), candidate('theirs', 'lapack', 3, 0.9)];
  const [ours, theirs] = await compare(SIZE, candidates, ROUNDS);
  expect(ours.sampling?.stepMilliseconds).toBeCloseTo(0.1, 12);
  expect(ours.milliseconds).toBeCloseTo(0.2 * (ours.sampling?.tau as number), 12);
  for (const [{ sampling }, a] of [[ours, 0.5] as const, [theirs, 0.9] as const]) {
    expect(Math.abs((sampling?.tau as number) - autoregressiveTau(a))).toBeLessThan(4 * (sampling?.tauError as number));
  }
  expect(ours.ratios['lapack-theirs']).toBe(theirs.milliseconds / ours.milliseconds);
  expect(theirs.ratios).toEqual({});
});

it('takes τ from the chain of the same law where a rival makes a few steps only', async () => {
  const candidates = [candidate('hmc', 'wasm', 1, 0.5), { ...candidate('hmc', 'lapack', 20, 0.99), tauOf: 'hmc wasm' }];
  const [ours, theirs] = await compare(SIZE, candidates, ROUNDS);
  expect(theirs.milliseconds / ours.milliseconds).toBeCloseTo(20, 12);
  expect(theirs.sampling?.staggeredMagnetization2).toBeUndefined();
});

it('throws where two chains find different means', async () => {
  const candidates = [candidate('right', 'wasm', 1, 0.5), candidate('wrong', 'lapack', 1, 0.5, 0.3)];
  await expect(compare(SIZE, candidates, ROUNDS)).rejects.toThrow(/disagree on m_s² by -?[5-9].* σ: wrong lapack/);
});

it('has no result for a chain that is shorter than 50 τ', async () => {
  const candidates = [candidate('fast', 'wasm', 1, 0.5), candidate('slow', 'lapack', 1, 0.999)];
  const results = await compare(SIZE, candidates, ROUNDS);
  expect(results.map(({ name }) => name)).toEqual(['fast']);
  expect(results[0].ratios).toEqual({});
});
