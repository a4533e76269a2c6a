import { expect, it } from 'vitest';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { largestByChance } from '../../src/statistics/chance.ts';

it('is the quantile of the normal distribution, shared among the comparisons', () => {
  // from statistics import NormalDist; NormalDist().inv_cdf(1 - 1e-3 / (2 * m))
  expect(largestByChance(1)).toBeCloseTo(3.290526731491926, 10);
  expect(largestByChance(30)).toBeCloseTo(4.14940998434797, 10);
  expect(largestByChance(0)).toBe(largestByChance(1));
});

it('follows the tails of Student’s t where the error is an estimate', () => {
  // R: qt(1 - 0.0005, df = 50) and df = 20, whose errors are known to 1/√(2 ν).
  expect(Math.abs(largestByChance(1, 1 / Math.sqrt(100)) / 3.496013 - 1)).toBeLessThan(0.001);
  expect(Math.abs(largestByChance(1, 1 / Math.sqrt(40)) / 3.849516 - 1)).toBeLessThan(0.005);
});

it('is exceeded as often as it says', () => {
  const [families, size] = [20_000, 5];
  const values = new Float64Array(families * size);
  fillNormal(philoxStream(2023, 77), values);
  const limit = largestByChance(size);
  const largest = Array.from({ length: families }, (_, f) =>
    Math.max(...values.subarray(f * size, (f + 1) * size).map(Math.abs)),
  );
  const alarms = largest.filter((value) => value > limit).length;
  // Poisson: 20 ± 4.5.
  expect(Math.abs(alarms - families * 1e-3)).toBeLessThan(4 * Math.sqrt(families * 1e-3));
});
