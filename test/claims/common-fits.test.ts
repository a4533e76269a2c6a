/** Models that learn from the same data: alone, beside others, and on their way. */
import { expect, it } from 'vitest';
import { varianceOf } from '../../claims/analysis/assessment.ts';
import type { FitTask } from '../../claims/analysis/learning.ts';
import {
  type CommonFitResult,
  fitEachOnCommonData,
  fitOnCommonData,
  growOnCommonData,
} from '../../claims/workshop/tasks/fit-on-common-data.ts';

const DATA = {
  spec: { lattice: { size: [4, 4] }, model: { temperature: 0.1 } },
  samples: 60,
  dataSeed: 1,
  testSamples: 80,
  proposals: 40,
};
const METHOD = { method: 'levenberg-marquardt', seed: 1 } as const;
const LINEAR: FitTask = { ...METHOD, choice: { kind: 'linear' }, starts: 1 };
const NETWORK: FitTask = { ...METHOD, choice: { kind: 'convolution', shells: 1, layers: 1, channels: 1 }, starts: 1 };
const TRANSFORMER: FitTask = { ...METHOD, choice: { kind: 'transformer', shells: 1, blocks: 2 }, starts: 1 };

const withoutTime = ({ seconds: _, ...result }: CommonFitResult) => result;

it('gives a model the same task alone and beside others', () => {
  const together = fitEachOnCommonData({ ...DATA, fits: [LINEAR, NETWORK] });
  const alone = [LINEAR, NETWORK].map((task) => fitOnCommonData({ ...DATA, ...task }));
  expect(together.map(withoutTime)).toEqual(alone.map(withoutTime));
  const [linear] = alone;
  expect(linear.spread).toBeGreaterThan(10 * linear.error);
});

it('shows a transformer at every depth', () => {
  const stages = growOnCommonData({ ...DATA, ...TRANSFORMER });
  expect(stages.length).toBe(3);
  expect(stages[0].parameters).toBe(2);
  expect(stages[2].trainingError).toBeLessThan(0.9 * stages[0].trainingError);
  expect(withoutTime(stages[2])).toEqual(withoutTime(fitOnCommonData({ ...DATA, ...TRANSFORMER })));
});

it('draws networks anew for every start, and keeps the best', () => {
  const once = fitOnCommonData({ ...DATA, ...NETWORK });
  const often = fitOnCommonData({ ...DATA, ...NETWORK, starts: 4 });
  const other = fitOnCommonData({ ...DATA, ...NETWORK, seed: 2 });
  expect(other.trainingError).not.toBe(once.trainingError);
  expect(often.error).toBeLessThan(1.2 * once.error);
});

it('knows the error of a variance', () => {
  // m₂ = 5/4, m₄ = 41/16.
  const { variance, error } = varianceOf([-1.5, -0.5, 0.5, 1.5]);
  expect([variance, error]).toEqual([1.25, Math.sqrt((41 / 16 - 25 / 16) / 4)]);
});
