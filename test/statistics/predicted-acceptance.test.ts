import { expect, it } from 'vitest';
import { exp } from '../../src/numeric/elementary.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { erfc } from '../../src/statistics/erfc.ts';
import { predictedAcceptance } from '../../src/statistics/predicted-acceptance.ts';

// Python 3: math.erfc(x)
it.each([
  [0, 1],
  [0.1, 0.8875370839817152],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028513],
  [2, 0.004677734981047266],
  [2.499, 0.0004091357557446054],
  [2.5, 0.0004069520174449589],
  [3, 2.209049699858544e-5],
  [6, 2.1519736712498913e-17],
])('erfc(%d)', (x, expected) => {
  expect(Math.abs(erfc(x) - expected)).toBeLessThan(1e-15);
});

it('is the mean acceptance of log ratios with mean −σ² and variance 2σ²', () => {
  const ratios = new Float64Array(40000);
  fillNormal(philoxStream(1, 2), ratios);
  const sigma = 0.6;
  const sum = ratios.reduce(
    (total, normal) => total + exp(Math.min(0, Math.SQRT2 * sigma * normal - sigma * sigma)),
    0,
  );
  expect(Math.abs(sum / ratios.length - predictedAcceptance(sigma))).toBeLessThan(4 * (0.35 / 200));
});
