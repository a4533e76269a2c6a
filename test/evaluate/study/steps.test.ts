import { expect, it } from 'vitest';
import { steps } from '../../../src/evaluate/study/steps.ts';

it('steps are found with few values', () => {
  const wanted = Array.from({ length: 5000 }, (_, i) => 2 * Math.floor(Math.cbrt(i / 40)));
  const asked = new Set<number>();
  const found = steps(wanted.length, (i) => {
    asked.add(i);
    return wanted[i];
  });
  expect(found).toEqual(wanted);
  expect(asked.size).toBeLessThan(100);
});

it.each([0, 1, 2, 3])('%i values', (length) => {
  expect(steps(length, (i) => i)).toEqual([0, 1, 2].slice(0, length));
});
