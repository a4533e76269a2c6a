/** Averages over realisations: identities, and how often the error covers the truth. */
import { describe, expect, it } from 'vitest';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { overRealisations } from '../../src/statistics/realisations.ts';

const values = Float64Array.of(1, 2, 4, 9);

it('of a plain average the jackknife is the standard error of the mean', () => {
  const { mean, error, between } = overRealisations([values]);
  expect(mean).toBe(4);
  expect(between).toBeCloseTo(Math.sqrt((9 + 4 + 0 + 25) / 3), 12);
  expect(error).toBeCloseTo((between as number) / 2, 12);
});

it('equal values have no error, one has none that is known', () => {
  expect(overRealisations([new Float64Array(7).fill(0.1)])).toEqual({ mean: 0.1, error: 0, between: 0 });
  expect(overRealisations([Float64Array.of(0.3)])).toEqual({ mean: 0.3, error: null, between: null });
});

it('a ratio is that of the averages, its error that of linear propagation where they are well known', () => {
  const noise = new Float64Array(2000);
  fillNormal(philoxStream(5, 1), noise);
  const [a, b] = [noise.slice(0, 1000), noise.slice(1000)].map((part) => part.map((x) => 3 + 0.1 * x));
  const { mean, error } = overRealisations([a, b], ([x, y]) => y / (x * x));
  // y/x² with errors 0.1/√1000 of x and of y about 3: the slopes are −2/9 and 1/9.
  expect(mean).toBeCloseTo(1 / 3, 2);
  expect((error as number) / ((0.1 / Math.sqrt(1000)) * Math.sqrt(5 / 81))).toBeCloseTo(1, 1);
});

const STUDIES = 1000;
const REALISATIONS = 12;

/** The deviation of each of many studies from the truth in units of its error: a disorder of width 1 about 10 in two moments, with statistical errors from 0 to 2 of the realisations. */
function deviations(f: ((means: readonly number[]) => number) | undefined, truth: number) {
  return Array.from({ length: STUDIES }, (_, study) => {
    const noise = new Float64Array(4 * REALISATIONS);
    fillNormal(philoxStream(7, study), noise);
    const statistics = (r: number) => (2 * r) / (REALISATIONS - 1);
    const [x, y] = [0, 2].map((first) => {
      const [disorder, error] = [0, 1].map((k) => noise.subarray((first + k) * REALISATIONS));
      return Float64Array.from({ length: REALISATIONS }, (_, r) => 10 + disorder[r] + statistics(r) * error[r]);
    });
    const { mean, error } = overRealisations(f ? [x, y] : [x], f);
    return Math.abs(mean - truth) / (error as number);
  });
}

const within = (all: readonly number[], limit: number) => all.filter((one) => one < limit).length / STUDIES;
/** Of a share that is near 2/3 or 95 %, four standard deviations. */
const LIMIT = [4 * Math.sqrt((0.66 * 0.34) / STUDIES), 4 * Math.sqrt((0.93 * 0.07) / STUDIES)];

describe('the error of 12 realisations covers the truth', () => {
  // Student's t with 11 degrees of freedom: 0.661 within one, 0.929 within two standard errors.
  const shares = [0.661, 0.929];

  it.each([
    ['of an average', undefined, 10],
    ['of a ratio of averaged moments', ([x, y]: readonly number[]) => y / (x * x), 0.1],
  ])('%s: as often as it should', (_, f, truth) => {
    const all = deviations(f, truth);
    for (const [k, share] of shares.entries()) expect(Math.abs(within(all, k + 1) - share)).toBeLessThan(LIMIT[k]);
  });
});

it('weights by errors would be wrong: where large values have large errors they miss the average by many of them', () => {
  const noise = new Float64Array(4000);
  fillNormal(philoxStream(9, 1), noise);
  const chi = noise.map((x) => Math.exp(0.5 * x));
  const truth = Math.exp(0.125);
  const { mean, error } = overRealisations([chi]);
  expect(Math.abs(mean - truth) / (error as number)).toBeLessThan(4);
  const weights = chi.map((value) => 1 / (0.1 * value) ** 2);
  const sum = (all: Float64Array) => all.reduce((a, b) => a + b, 0);
  const weighted = sum(chi.map((value, r) => value * weights[r])) / sum(weights);
  expect((truth - weighted) / (error as number)).toBeGreaterThan(20);
});
