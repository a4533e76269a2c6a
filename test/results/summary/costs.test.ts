import { expect, it } from 'vitest';
import type { AutoChoice } from '../../../src/chain/auto/auto.ts';
import type { ModelCard } from '../../../src/effective/weights/card.ts';
import { costs, efficiency } from '../../../src/results/summary/costs.ts';
import type { Estimate } from '../../../src/statistics/estimate.ts';

const total = { exactEvaluations: 10, effectiveEvaluations: 20, milliseconds: 3000 };
const counted = { ...total, innerMilliseconds: 500, exactMilliseconds: 1500, measureMilliseconds: 750 };
const model = { training: { seconds: 7 } } as unknown as ModelCard;

const order = (effectiveSamples: number): Estimate => ({
  kind: 'estimate',
  mean: 0.3,
  error: 0.001,
  tau: 1,
  tauError: 0.1,
  effectiveSamples,
});

it('sums over chains and says what no counter claims', () => {
  expect(costs({ counters: [counted, counted], model, choice: undefined })).toEqual({
    exactEvaluations: 20,
    effectiveEvaluations: 40,
    seconds: 6,
    parts: { training: 7, inner: 1, exact: 3, measurement: 1.5, rest: 0.5 },
    trials: { exactEvaluations: 0, seconds: 0 },
    training: { exactEvaluations: 0, seconds: 7 },
  });
});

it('counts the trials that chose how to propose, with `auto` those of all candidates', () => {
  const cost = { exactEvaluations: 40, effectiveEvaluations: 0 };
  const proposals = { exactEvaluations: 5, seconds: 2 };
  const tried = { training: { seconds: 7, cost, proposals } } as unknown as ModelCard;
  expect(costs({ counters: [counted], model: tried, choice: undefined })).toEqual({
    exactEvaluations: 15,
    effectiveEvaluations: 20,
    seconds: 5,
    parts: { training: 7, trials: 2, inner: 0.5, exact: 1.5, measurement: 0.75, rest: 0.25 },
    trials: { exactEvaluations: 5, seconds: 2 },
    training: { exactEvaluations: 40, seconds: 7 },
  });
  const all = { trials: { exactEvaluations: 50, seconds: 4 }, training: { exactEvaluations: 90, seconds: 8 } };
  const choice = all as unknown as AutoChoice;
  expect(costs({ counters: [counted], model: tried, choice })).toMatchObject({
    exactEvaluations: 60,
    seconds: 7,
    parts: { training: 8, trials: 4 },
    ...all,
  });
});

it('leaves out what rounding leaves over', () => {
  const exactly = { ...counted, exactMilliseconds: 1749.9999 };
  expect(costs({ counters: [exactly], model: undefined, choice: undefined }).parts).not.toHaveProperty('rest');
});

it('does with the counters that are there', () => {
  expect(costs({ counters: [total, {}], model: undefined, choice: undefined }).parts).toEqual({ rest: 3 });
  expect(costs({ counters: [], model: undefined, choice: undefined })).toMatchObject({ seconds: 0, parts: {} });
});

it('counts effective samples of the order parameter with and without measurements', () => {
  const cost = costs({ counters: [counted], model, choice: undefined });
  const both = { magnetization2: order(10), staggeredMagnetization2: order(900) };
  expect(efficiency(both, 'staggeredMagnetization2', cost)).toEqual({
    observable: 'staggeredMagnetization2',
    perSecond: 300,
    perSecondOfSampling: 400,
  });
  expect(
    efficiency(
      { magnetization2: order(900) },
      'magnetization2',
      costs({ counters: [total], model, choice: undefined }),
    ),
  ).toEqual({
    observable: 'magnetization2',
    perSecond: 300,
    perSecondOfSampling: null,
  });
  const none: Estimate = { kind: 'insufficient', samples: 3, tau: 1, needed: 50 };
  expect(efficiency({ magnetization2: none }, 'magnetization2', cost)).toBeNull();
  expect(efficiency({}, undefined, cost)).toBeNull();
});
