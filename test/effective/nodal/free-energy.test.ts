/** Functions of the tridiagonal form against full diagonalisation by other code. */
import { expect, it } from 'vitest';
import { freeEnergyOf } from '../../../src/effective/nodal/free-energy.ts';
import { eigenSystem } from '../../../src/exact/dense/eigensystem.ts';
import { newMatrix } from '../../../src/numeric/linear-algebra/complex-matrix.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';

/** Hermitian with random elements; only those with `keep` are not zero. */
function randomMatrix(size: number, keep: (a: number, b: number) => boolean) {
  const random = philoxStream(size, 0);
  const matrix = newMatrix(size, size);
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      if (!keep(a, b)) continue;
      const [x, y] = [2 * random.nextUniform() - 1, a === b ? 0 : 2 * random.nextUniform() - 1];
      matrix.real[a * size + b] = matrix.real[b * size + a] = x;
      matrix.imaginary[a * size + b] = y;
      matrix.imaginary[b * size + a] = -y;
    }
  return matrix;
}

it.each<[string, number, (a: number, b: number) => boolean]>([
  ['full', 10, () => true],
  ['of size 2', 2, () => true],
  ['zero', 6, () => false],
  ['diagonal', 8, (a, b) => a === b],
  ['tridiagonal', 8, (a, b) => a - b < 2],
  ['in two blocks', 8, (a, b) => a < 4 === b < 4],
  ['in interleaved blocks', 8, (a, b) => a % 2 === b % 2],
])('free energy and density of a matrix %s', (_, size, keep) => {
  const temperature = 0.3;
  const matrix = randomMatrix(size, keep);
  const { levels, vectors } = eigenSystem({ dimension: size, ...matrix });
  const copy = () => ({ ...matrix, real: matrix.real.slice(), imaginary: matrix.imaginary.slice() });
  const density = newMatrix(size, size);
  const freeEnergy = freeEnergyOf(size, temperature);
  const expected = -temperature * levels.reduce((sum, level) => sum + Math.log1p(Math.exp(-level / temperature)), 0);
  expect(freeEnergy.value(copy())).toBeCloseTo(expected, 12);
  expect(freeEnergy.valueAndDensity(copy(), density)).toBeCloseTo(expected, 12);
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      let [x, y] = [0, 0];
      for (let n = 0; n < size; n++) {
        const f = 1 / (1 + Math.exp(levels[n] / temperature));
        const [p, q] = [n * size + a, n * size + b];
        x += f * (vectors.real[p] * vectors.real[q] + vectors.imaginary[p] * vectors.imaginary[q]);
        y += f * (vectors.imaginary[p] * vectors.real[q] - vectors.real[p] * vectors.imaginary[q]);
      }
      expect(density.real[a * size + b]).toBeCloseTo(x, 12);
      expect(density.imaginary[a * size + b]).toBeCloseTo(y, 12);
    }
});
