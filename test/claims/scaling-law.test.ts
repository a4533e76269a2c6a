/** Verdicts on the scaling law, from curves that are written down. */
import { expect, it } from 'vitest';
import { findingsOf } from '../../claims/scaling-law/findings.ts';
import { curveOf } from '../../claims/scaling-law/outcome.ts';
import { scalingLaw } from '../../claims/scaling-law/target.ts';
import type { CommonFit } from '../../claims/workshop/tasks/fit-on-common-data.ts';
import { cannedWorkshop, fitted, verdictsOf } from './canned.ts';

const POWER = 'The loss of the transformer falls as a power of the number of parameters.';
const DEPTH = 'Every further block lowers the loss.';
const DATA = 'More data lower the error of the deepest model.';
const METHOD = 'Levenberg-Marquardt finds better parameters than AdamW for 4 blocks, 300 samples.';

const parameters = (blocks: number) => 7 * (3 * blocks + 1);
const FACTORS = [0.99, 1, 1.01];
const CANDIDATE = { method: 'levenberg-marquardt', samples: 300 } as const;

/** A workshop with the errors by method, samples and depth. */
const learning = (error: (task: CommonFit, blocks: number) => number) =>
  cannedWorkshop({
    'grow-on-common-data': (task: CommonFit) =>
      [0, 1, 2, 3, 4].map((blocks) => fitted(error(task, blocks), null, FACTORS[task.seed - 1])),
  });

it('confirms a power law, the use of data and the better method where they are', async () => {
  const found = await verdictsOf(
    scalingLaw,
    learning(
      ({ method, samples }, blocks) => (method === 'adamw' ? 2 : 1) * (300 / samples) * parameters(blocks) ** -0.8,
    ),
  );
  // A power law indeed, but over too few parameters to be told from others.
  expect(found.get(POWER)).toBe('holds in part');
  expect([DEPTH, DATA, METHOD].map((claim) => found.get(claim))).toEqual(['holds', 'holds', 'holds']);
});

it('refutes them where they are not', async () => {
  const found = await verdictsOf(
    scalingLaw,
    learning(
      ({ method, samples }, blocks) => ((method === 'adamw' ? 0.5 : 1) * (samples / 300) * parameters(blocks)) / 28,
    ),
  );
  expect(found.get(POWER)).toBe('does not hold');
  expect(found.get(DATA)).toBe('does not hold');
  expect(found.get(METHOD)).toBe('does not hold');
  expect(found.get(DEPTH)).toBe('undecided');
});

it('finds where it is flat', async () => {
  const found = await verdictsOf(
    scalingLaw,
    learning((_, blocks) => (blocks < 3 ? 1 / blocks : 1 / 3)),
  );
  expect(found.get(DEPTH)).toBe('holds in part');
  expect(found.get(DATA)).toBe('undecided');
  const grown = FACTORS.map((factor) => [9, 1, 0.5, 0.3, 0.3].map((error) => fitted(error, null, factor)));
  expect(curveOf(CANDIDATE, grown).flatFrom).toBe(3);
});

it('accepts a power law over a decade, and only if it fits', () => {
  const depths = Array.from({ length: 16 }, (_, blocks) => parameters(blocks));
  const verdict = (error: (count: number) => number) => {
    const grown = FACTORS.map((factor) => depths.map((count) => fitted(error(count), null, factor)));
    return findingsOf([curveOf(CANDIDATE, grown)])[0].verdict;
  };
  expect(verdict((count) => count ** -0.5)).toBe('holds');
  expect(verdict((count) => count ** -2 + 0.001)).toBe('holds in part');
  expect(verdict(() => 1)).toBe('undecided');
});
