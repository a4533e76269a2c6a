import { expect, it } from 'vitest';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { correlatedMean } from '../../src/statistics/correlated-mean.ts';

it('is the weighted mean of independent values', () => {
  const found = correlatedMean(Float64Array.of(1, 4), Float64Array.of(1, 0, 0, 4));
  expect(found?.mean).toBeCloseTo((1 + 4 / 4) / (1 + 1 / 4), 12);
  expect(found?.error).toBeCloseTo(1 / Math.sqrt(1.25), 12);
  expect(found?.chiSquare).toBeCloseTo(9 / 5, 12);
});

it('takes an error that all values share for one that no mean reduces', () => {
  const [own, shared] = [0.04, 1];
  const covariance = Float64Array.from({ length: 9 }, (_, k) => shared + (k % 4 === 0 ? own : 0));
  expect(correlatedMean(Float64Array.of(5, 5, 5), covariance)?.error).toBeCloseTo(Math.sqrt(shared + own / 3), 12);
});

it('has errors and χ² as correlated values scatter', () => {
  const noise = new Float64Array(4);
  const covariance = Float64Array.of(1.5, 1, 1, 1, 2, 1, 1, 1, 3);
  const tries = Array.from({ length: 2000 }, (_, seed) => {
    fillNormal(philoxStream(seed, 0), noise);
    const values = Float64Array.from([0.5, 1, 2], (own, k) => 7 + noise[3] + Math.sqrt(own) * noise[k]);
    const found = correlatedMean(values, covariance);
    if (!found) throw new Error('expected a mean');
    return { square: ((found.mean - 7) / found.error) ** 2, chiSquare: found.chiSquare };
  });
  const meanOf = (of: (one: (typeof tries)[number]) => number) => tries.reduce((sum, one) => sum + of(one), 0) / 2000;
  // Variances 2 and 4, four sigma.
  expect(Math.abs(meanOf(({ square }) => square) - 1)).toBeLessThan(4 * Math.sqrt(2 / 2000));
  expect(Math.abs(meanOf(({ chiSquare }) => chiSquare) - 2)).toBeLessThan(4 * Math.sqrt(4 / 2000));
});

it('is unknown without values', () => expect(correlatedMean(new Float64Array(), new Float64Array())).toBeUndefined());
