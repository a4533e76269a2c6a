/** What is said of a run: nothing of one that is well, and everything that is wrong with another. */
import { expect, it } from 'vitest';
import type { RunSummary } from '../../src/results/summary/summary.ts';
import { warningsOf } from '../../src/watch/warnings.ts';

const estimate = (rHat: number, effectiveSamples: number) => ({
  kind: 'estimate',
  mean: 1,
  error: 0.1,
  tau: 1,
  tauError: 0.1,
  effectiveSamples,
  rHat,
});

const summary = (changes: object): RunSummary =>
  ({
    observables: { energy: estimate(1.001, 4000) },
    acceptance: { rate: 0.7, predicted: 0.72, inner: null, byChain: [] },
    thermalisation: { warnings: [] },
    samples: [1000, 1000],
    ...changes,
  }) as unknown as RunSummary;

it('is silent about a run that is well', () => {
  expect(warningsOf(summary({}))).toEqual([]);
});

it.each([
  ['R̂ of many samples', { observables: { energy: estimate(1.02, 900) } }, 'R̂ of energy is 1.020, more than 1.01'],
  ['chains that plainly differ', { observables: { energy: estimate(1.2, 60) } }, 'more than 1.1'],
  [
    'too few samples',
    { observables: { energy: { kind: 'insufficient', samples: 9, tau: 1, needed: 50 } } },
    'no error bar yet for 1 of 1',
  ],
  ['proposals that are refused', { acceptance: { rate: 0.01, predicted: null } }, 'only 1.0 %'],
  ['proposals of a wide residual', { acceptance: { rate: 0.3, predicted: 0.7 } }, 'would give 70.0 %'],
  ['drift', { thermalisation: { warnings: ['chains drift'] } }, 'chains drift'],
])('tells of %s', (_, changes, words) => {
  expect(warningsOf(summary(changes))).toEqual([expect.stringContaining(words)]);
});

it.each([
  ['few samples', { observables: { energy: estimate(1.02, 300) } }],
  ['a single chain', { observables: { energy: estimate(1.2, 300) }, samples: [1000, 0] }],
])('does not take chance for a fault: %s', (_, changes) => {
  expect(warningsOf(summary(changes))).toEqual([]);
});
