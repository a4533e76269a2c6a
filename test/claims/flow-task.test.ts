/** Flows as a task: trained on four spins, against quadrature; and what log weights say. */
import { expect, it } from 'vitest';
import { weightQuality } from '../../claims/analysis/weight-quality.ts';
import { type FlowTask, flow } from '../../claims/workshop/tasks/flow.ts';
import { fourSpins } from '../../claims/workshop/tasks/four-spins.ts';
import { normalStream } from './normal-stream.ts';

const SPEC = { lattice: { size: [2, 2] }, model: { temperature: 0.1 } };
const TASK: FlowTask = {
  spec: SPEC,
  base: 'uniform',
  rounds: 1,
  choice: { colours: 'sites', map: 'fisher' },
  budget: 1200,
  linearBudget: 80,
  seed: 1,
  samples: 4000,
};
/** log of the mean weight by quadrature over a dense diagonalisation: test/exact/quadrature.test.ts. */
const LOG_MEAN = 88.3779742033;
const LOG_AREA = 4 * Math.log(4 * Math.PI);

it('finds log Z of four spins by quadrature', () => {
  expect(fourSpins({ spec: SPEC, nodes: 8 })).toBeCloseTo(LOG_MEAN + LOG_AREA, 7);
  // Without any energy: two states of each of eight orbitals.
  const free = { ...SPEC, model: { temperature: 1, hopping: [], coupling: 0, exchange: [0] } };
  expect(fourSpins({ spec: free, nodes: 4 })).toBeCloseTo(8 * Math.log(2) + LOG_AREA, 9);
});

it('trains a flow from uniform spins, whose weights know the mean weight', () => {
  const { quality, weighted, decided, layers, training, siteCount } = flow(TASK);
  const { share, logMean, acceptance } = quality;
  expect([siteCount, layers]).toEqual([4, 3]);
  expect(training.exactEvaluations).toBeLessThanOrEqual(TASK.budget);
  expect(share.value).toBeGreaterThan(0.9);
  expect(weighted.effective).toEqual(share);
  expect(Math.abs(logMean.value - LOG_MEAN) / logMean.error).toBeLessThan(4);
  expect(logMean.error).toBeLessThan(0.01);
  // The chain accepts as often as its weights say, and its samples are worth less than proposals with weights.
  expect(Math.abs(decided.acceptance - acceptance.value)).toBeLessThan(0.03);
  expect(decided.effective?.value).toBeLessThan(share.value);
  for (const { milliseconds } of [weighted, decided]) expect(milliseconds.value).toBeGreaterThan(0);
});

it('gives the linear model alone where there are no layers, and the same model below a flow', () => {
  const alone = flow({ ...TASK, base: 'linear', rounds: 0 });
  const transported = flow({ ...TASK, base: 'linear' });
  expect([alone.layers, alone.parameters, alone.training.exactEvaluations]).toEqual([0, 0, 80]);
  expect(transported.layers).toBe(4);
  expect(transported.training.exactEvaluations).toBeGreaterThan(80);
  for (const { quality } of [alone, transported]) expect(quality.share.value).toBeGreaterThan(0.9);
});

it('says where nobody can tell', () => {
  const cold = { lattice: { size: [4, 4] }, model: { temperature: 0.02 } };
  const { quality, weighted, decided } = flow({ ...TASK, spec: cold, rounds: 0, samples: 400 });
  expect(quality.dominated).toBe(true);
  expect([weighted.effective, decided.effective]).toEqual([null, null]);
});

it('knows the errors of shares, acceptances and means of weights', () => {
  // log w normal with variance σ²: share e^−σ², acceptance erfc(σ/2), log⟨w⟩ = σ²/2.
  const sigma = 0.5;
  const exact = { share: Math.exp(-0.25), acceptance: 0.7236736, variance: 0.25, logMean: 0.125 };
  const repeats = Array.from({ length: 40 }, (_, stream) => weightQuality(normalStream(2000, sigma, stream)));
  for (const key of Object.keys(exact) as (keyof typeof exact)[]) {
    const pulls = repeats.map((quality) => (quality[key].value - exact[key]) / quality[key].error);
    const chiSquare = pulls.reduce((sum, pull) => sum + pull * pull, 0);
    // 40 ± 9, and a fifth more for errors from twenty blocks.
    expect(chiSquare, key).toBeGreaterThan(15);
    expect(chiSquare, key).toBeLessThan(85);
  }
});
