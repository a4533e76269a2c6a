import { expect, it } from 'vitest';
import { erfc } from '../../src/statistics/erfc.ts';
import { normalQuantile } from '../../src/statistics/normal-quantile.ts';
import { predictedAcceptance } from '../../src/statistics/predicted-acceptance.ts';

// mpmath 1.3, 30 digits: mp.erfc(x)
it.each([
  [-3, 1.9999779095030015],
  [-0.5, 1.5204998778130465],
  [1e-10, 0.999999999887162],
  [0.1, 0.887537083981715],
  [0.5, 0.4795001221869535],
  [1.5, 0.033894853524689274],
  [1.9999, 0.004679802092970608],
  [2, 0.004677734981047266],
  [3.25, 4.302779463675122e-6],
  [6, 2.1519736712498913e-17],
  [10, 2.088487583762545e-45],
  [20, 5.395865611607901e-176],
  [26, 5.663192408856143e-296],
])('erfc(%d) is %d to 10⁻¹²', (x, value) => {
  expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(1e-12);
});

it('has the limits of erfc', () => {
  expect([-Infinity, -40, 0, 28, Infinity, NaN].map(erfc)).toEqual([2, 2, 1, 0, 0, NaN]);
});

// mpmath 1.3, 30 digits: the root of erfc(−x/√2)/2 = p
it.each([
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798407],
  [1e-5, -4.264890793922825],
  [0.02, -2.053748910631823],
  [0.0749, -1.4402382675279637],
  [0.25, -0.6744897501960817],
  [0.6, 0.2533471031357997],
  [0.975, 1.9599639845400538],
  [0.999999, 4.753424308817088],
])('the normal quantile of %d is %d to 10⁻¹⁵', (p, value) => {
  expect(Math.abs(normalQuantile(p) / value - 1)).toBeLessThan(1e-15);
});

it('inverts the normal distribution, which erfc gives independently', () => {
  for (let p = 0.001; p < 1; p += 0.0013)
    expect(Math.abs(erfc(-normalQuantile(p) / Math.SQRT2) / 2 / p - 1)).toBeLessThan(1e-12);
  for (const p of [1e-10, 0.03, 0.25, 0.42]) expect(normalQuantile(1 - p) / normalQuantile(p)).toBeCloseTo(-1, 6);
  expect([0, 0.5, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
});

it.each([0, 0.1, 0.5, 1, 2])('predicts the acceptance of a Gaussian residual of width %d', (sigma) => {
  // ⟨min(1, e^x)⟩ over x of mean −σ² and variance 2σ², summed over quantiles: midpoints of 20000 equal probabilities.
  const count = 20_000;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const x = -sigma * sigma + Math.SQRT2 * sigma * normalQuantile((k + 0.5) / count);
    sum += Math.min(1, Math.exp(x));
  }
  expect(predictedAcceptance(sigma)).toBeCloseTo(sum / count, 6);
});
