import { expect, it } from 'vitest';
import { leastSquares } from '../../../src/numeric/linear-algebra/least-squares.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';

const random = philoxStream(13, 0);
const randomColumn = (rows: number): Float64Array =>
  Float64Array.from({ length: rows }, () => random.nextUniform() - 0.5);
const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** b − Σ c_k columns_k. */
function residual(columns: Float64Array[], coefficients: Float64Array, b: Float64Array): Float64Array {
  return b.map((value, i) => columns.reduce((rest, column, k) => rest - coefficients[k] * column[i], value));
}

it('leaves residuals orthogonal to the columns', () => {
  const columns = Array.from({ length: 6 }, () => randomColumn(40));
  const sides = [randomColumn(40), randomColumn(40)];
  leastSquares(columns, sides, 0).forEach((coefficients, s) => {
    for (const column of columns)
      expect(Math.abs(dot(column, residual(columns, coefficients, sides[s])))).toBeLessThan(1e-14);
  });
});

it('recovers coefficients of monomials, condition 10⁷', () => {
  const points = Float64Array.from({ length: 50 }, (_, i) => i / 49);
  const columns = Array.from({ length: 9 }, (_, k) => points.map((x) => x ** k));
  const truth = columns.map((_, k) => (-1) ** k);
  const side = points.map((x) => truth.reduce((sum, c, k) => sum + c * x ** k, 0));
  const [coefficients] = leastSquares(columns, [side], 0);
  for (const [k, c] of truth.entries()) expect(coefficients[k]).toBeCloseTo(c, 8);
});

it('obeys the normal equations of the ridge', () => {
  const columns = Array.from({ length: 4 }, () => randomColumn(20));
  const side = randomColumn(20);
  const [coefficients] = leastSquares(columns, [side], 0.7);
  columns.forEach((column, k) => {
    expect(dot(column, residual(columns, coefficients, side))).toBeCloseTo(0.49 * coefficients[k], 13);
  });
});

it('shares the weight evenly between equal columns when there is a ridge', () => {
  const column = randomColumn(20);
  const [coefficients] = leastSquares([column, column], [column], 1e-6);
  expect(coefficients[0]).toBeCloseTo(0.5, 8);
  expect(coefficients[1]).toBeCloseTo(0.5, 8);
});
