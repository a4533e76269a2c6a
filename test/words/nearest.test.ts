import { expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/words/nearest.ts';

it.each([
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['hcm', 'hmc', 1],
  ['coupling', 'coupling', 0],
  ['temprature', 'temperature', 1],
])('distance of %j and %j', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

it('finds the closest of several, whatever the case', () => {
  expect(nearest('Twists', ['size', 'twist', 'list'])).toBe('twist');
});

it('finds nothing when all are far', () => {
  expect(nearest('zzz', ['size', 'twist'])).toBeUndefined();
});
