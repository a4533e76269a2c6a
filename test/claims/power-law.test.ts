/** The fit of a power law: exponent, its error from seeds, and χ². */
import { expect, it } from 'vitest';
import { fitExponential, fitPowerLaw } from '../../claims/analysis/power-law.ts';
import { exponential, logRatio } from '../../claims/analysis/seeds.ts';

const X = [10, 20, 40, 80];
const RELATIVE_ERROR = 0.05;

/** The points of one seed for every exponent; `factors` put them off the law, point by point. */
const points = (exponents: readonly number[], factors: readonly number[] = X.map(() => 1)) =>
  X.map((x, k) => ({
    x,
    seeds: exponents.map((exponent) => {
      const value = 3 * factors[k] * x ** -exponent;
      return { value, error: RELATIVE_ERROR * value };
    }),
  }));

it('finds the law that points follow', () => {
  const law = fitPowerLaw(points([0.7, 0.7, 0.7]));
  expect(law.exponent.value).toBeCloseTo(0.7, 12);
  // No scatter: what the errors of points allow, √(Σ log²(x/x̄)) = log 2 √5.
  expect(law.exponent.error).toBeCloseTo(RELATIVE_ERROR / Math.sqrt(3) / (Math.LN2 * Math.sqrt(5)), 12);
  expect([law.chiSquare, law.probability, law.degrees]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12), 2]);
  expect(law.at(160)).toBeCloseTo(3 * 160 ** -0.7, 12);
});

it('finds an exponential law by the same fit', () => {
  const decay = X.map((x) => ({
    x,
    seeds: [0.02, 0.03].map((rate) => ({ value: 3 * Math.exp(-rate * x), error: 0.01 })),
  }));
  const { exponent, at } = fitExponential(decay.map(({ x, seeds: [first] }) => ({ x, seeds: [first] })));
  expect(exponent.value).toBeCloseTo(0.02, 12);
  expect(at(10)).toBeCloseTo(3 * Math.exp(-0.2), 12);
  expect(fitExponential(decay).exponent.error).toBeCloseTo(0.005, 12);
});

it('takes the error of the exponent from the seeds, whose points are correlated', () => {
  const { exponent } = fitPowerLaw(points([0.5, 0.6, 0.7]));
  expect(exponent.value).toBeCloseTo(0.6, 12);
  expect(exponent.error).toBeCloseTo(0.1 / Math.sqrt(3), 12);
});

it('says when points do not follow one', () => {
  const law = fitPowerLaw(points([0.7, 0.7, 0.7], [1, 0.8, 0.8, 1]));
  // log 0.8 off the mean by ± half of it at four points, with errors of 5 %/√3.
  const expected = 4 * ((Math.log(0.8) / 2) * (Math.sqrt(3) / RELATIVE_ERROR)) ** 2;
  expect(law.chiSquare).toBeCloseTo(expected, 9);
  expect(law.probability).toBeLessThan(1e-6);
});

it('compares seed by seed', () => {
  const sure = (value: number) => ({ value, error: 0 });
  const ratio = exponential(logRatio([2, 20, 200].map(sure), [1, 10, 100].map(sure)));
  expect(ratio).toEqual({ value: expect.closeTo(2, 12), error: expect.closeTo(0, 12) });
  const unsure = logRatio([{ value: 2, error: 0.2 }], [sure(2)]);
  expect(unsure).toEqual({ value: 0, error: expect.closeTo(0.1, 12) });
});
