import { expect, it } from 'vitest';
import { fixed, upperBound, withinBound } from '../../src/report/digits.ts';

it.each([
  [187.948374631234, 1e-8, '187.94837463'],
  [187.948374631234, 9.9e-9, '187.94837463'],
  [187.948374631234, 3e-10, '187.948374631'],
  [187.948374631234, 0.02, '187.9'],
  [187.948374631234, 2, '188'],
  [-1.98657216, 0, '-1.98657216000000'],
  [Number.NaN, 1e-8, '–'],
])('%d ± %d reads %s', (value, bound, text) => {
  expect(withinBound(value, bound)).toBe(text);
});

it('never shows digits that a double does not hold', () => {
  expect(fixed(123456.789, 14)).toBe('123456.789000000');
});

it('has one zero', () => {
  expect(fixed(-1e-20, 10)).toBe('0.0000000000');
});

it.each([
  [3.21e-10, '3.3e-10'],
  [1e-8, '1.0e-8'],
  [9.99e-9, '1.0e-8'],
  [0, '0'],
])('rounds the bound %d up to %s', (bound, text) => {
  expect(upperBound(bound)).toBe(text);
});
