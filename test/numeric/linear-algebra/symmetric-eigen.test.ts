import { expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/numeric/linear-algebra/symmetric-eigen.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';

it.each([1, 2, 7, 20])('diagonalises a random symmetric matrix of %i rows', (n) => {
  const random = philoxStream(11, n);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = random.nextUniform() - 0.5;
  const { values, vectors } = symmetricEigen(matrix.slice(), n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let product = 0;
      let overlap = 0;
      for (let k = 0; k < n; k++) {
        product += vectors[i * n + k] * values[k] * vectors[j * n + k];
        overlap += vectors[k * n + i] * vectors[k * n + j];
      }
      expect(Math.abs(product - matrix[i * n + j])).toBeLessThan(1e-14);
      expect(Math.abs(overlap - (i === j ? 1 : 0))).toBeLessThan(1e-14);
    }
});

it('finds small eigenvalues of a graded positive matrix to full relative accuracy', () => {
  // diag(1, 1e-8, 1e-16) scaled from both sides of [[2, 1, 0], [1, 2, 1], [0, 1, 2]]: determinant 4·10⁻⁴⁸.
  const scale = [1, 1e-8, 1e-16];
  const core = [2, 1, 0, 1, 2, 1, 0, 1, 2];
  const matrix = Float64Array.from(core, (value, at) => value * scale[Math.floor(at / 3)] * scale[at % 3]);
  const { values } = symmetricEigen(matrix, 3);
  expect(values[0] * values[1] * values[2] * 1e48).toBeCloseTo(4, 12);
});
