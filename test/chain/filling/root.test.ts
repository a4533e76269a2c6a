import { expect, it } from 'vitest';
import { increasingRoot } from '../../../src/chain/filling/root.ts';

const CASES: readonly [string, (x: number) => number, number][] = [
  ['a line', (x) => 3 * x - 2, 2 / 3],
  ['a step', (x) => Math.tanh(1e6 * (x - 0.3)), 0.3],
  [
    'a function that is flat far away',
    (x) => 1 / (1 + Math.exp(-10 * (x + 7))) - 0.001,
    -7 + Math.log(0.001 / 0.999) / 10,
  ],
  ['a jump', (x) => (x < Math.PI ? -1e-3 : 1), Math.PI],
];

it.each(CASES)('finds the root of %s from either side', (_, f, root) => {
  for (const start of [root - 40, root - 0.01, root, root + 0.01, root + 40])
    expect(Math.abs(increasingRoot(f, start, 0.1, 1e-14) - root)).toBeLessThan(1e-9);
});

it('is content with the tolerance', () => {
  let calls = 0;
  const cubic = (x: number) => {
    calls++;
    return x * x * x - 8;
  };
  expect(Math.abs(increasingRoot(cubic, 0, 0.5, 1e-6) - 2)).toBeLessThan(1e-7);
  expect(calls).toBeLessThan(30);
  expect(increasingRoot(cubic, 2.0000000001, 1, 1e-6)).toBe(2.0000000001);
});
