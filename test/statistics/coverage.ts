import { expect } from 'vitest';

/** Normal probability within one and within two standard deviations. */
const WITHIN = [0.682689492137, 0.954499736104];
const REPETITIONS = 1000;
/** Deviations in sigma that are allowed, of the counts (binomial) and of the average of all estimates. */
const SIGMAS = 3;

/** Compares 1000 estimates with the truth: as many as should lie within one and within two of their errors, and so does their average. */
export function expectCoverage(truth: number, measure: (repetition: number) => { mean: number; error: number }): void {
  const estimates = Array.from({ length: REPETITIONS }, (_, repetition) => measure(repetition));
  WITHIN.forEach((probability, k) => {
    const hits = estimates.filter(({ mean, error }) => Math.abs(mean - truth) < (k + 1) * error).length;
    const sigma = Math.sqrt(probability * (1 - probability) * REPETITIONS);
    expect(Math.abs(hits - probability * REPETITIONS) / sigma, `${hits} within ${k + 1} errors`).toBeLessThan(SIGMAS);
  });
  const offset = estimates.reduce((sum, { mean }) => sum + mean - truth, 0) / REPETITIONS;
  const spread = Math.sqrt(estimates.reduce((sum, { mean }) => sum + (mean - truth) ** 2, 0)) / REPETITIONS;
  expect(Math.abs(offset) / spread, `average off by ${offset}`).toBeLessThan(SIGMAS);
}
