import { expect, it } from 'vitest';
import { coordinate, haveOneAxis } from '../../src/report/study/coordinate.ts';

it('places numbers, sizes and fields on an axis', () => {
  expect(coordinate('model.temperature', 0.1)).toBe(0.1);
  expect(coordinate('lattice.size', [4, 6])).toBe(24);
  expect(coordinate('model.field', [0, 3, 4])).toBe(5);
  expect(coordinate('model.field', [0, -3, 4])).toBe(-5);
  expect(coordinate('model.field', [0, 0, 0])).toBe(0);
  expect(coordinate('model.hopping', [1, 0.1])).toBeUndefined();
  expect(coordinate('effective.kind', 'linear')).toBeUndefined();
});

it('takes fields of one direction alone', () => {
  expect(
    haveOneAxis('model.field', [
      [0, 0, 0],
      [0, 0, 0.1],
      [0, 0, -0.3],
    ]),
  ).toBe(true);
  expect(
    haveOneAxis('model.field', [
      [0, 0, 0.1],
      [0.1, 0, 0],
    ]),
  ).toBe(false);
  expect(
    haveOneAxis('model.field', [
      [0.1, 0.1, 0.2],
      [0.3, 0.3, 0.6],
    ]),
  ).toBe(true);
  expect(haveOneAxis('model.temperature', [0.1, 0.2])).toBe(true);
});
