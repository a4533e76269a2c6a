import { expect, it } from 'vitest';
import { chiSquareTail } from '../../src/statistics/chi-square.ts';
import { normalTails } from './normal-tails.ts';

// mpmath 1.3, 30 digits: mp.gammainc(k/2, x/2, regularized=True)
it.each([
  [1, 3.84, 0.0500435212487051],
  [2, 1.5, 0.4723665527410147],
  [3, 0.2, 0.9775892977616494],
  [9, 30, 0.0004387217709794795],
  [10, 9.3, 0.503888854628115],
  [29, 29, 0.4650662412378789],
  [50, 120, 1.095880711259978e-7],
  [101, 60, 0.9996058637044722],
  [200, 260, 0.002750408367306526],
])('χ² with %d degrees of freedom exceeds %d with probability %d', (degrees, x, probability) => {
  expect(Math.abs(chiSquareTail(x, degrees) / probability - 1)).toBeLessThan(1e-12);
});

it('is that of a normal number for one degree of freedom', () => {
  for (const sigmas of [-3, 0.1, 2, 5]) expect(chiSquareTail(sigmas * sigmas, 1)).toBeCloseTo(normalTails(sigmas), 14);
  expect(chiSquareTail(0, 7)).toBe(1);
});
