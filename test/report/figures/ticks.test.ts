import { expect, it } from 'vitest';
import { logExtent, logTicks, logTickText } from '../../../src/report/figures/ticks.ts';

it.each([
  [0.004, 12, [0.01, 0.1, 1, 10]],
  [0.01, 10, [0.01, 0.1, 1, 10]],
  [3, 200, [5, 10, 20, 50, 100, 200]],
  [0.13, 0.37, [0.2, 0.3]],
])('from %d to %d', (low, high, ticks) => {
  expect(logTicks([low, high])).toEqual(ticks);
});

it.each([
  [0.01, '0.01'],
  [5000, '5000'],
  [1e5, '10⁵'],
  [2e-6, '2·10⁻⁶'],
])('%d reads %s', (value, text) => {
  expect(logTickText(value)).toBe(text);
});

it('covers values and the positive ends of their bars', () => {
  const points = [
    { x: 1, y: 2, error: 1.5 },
    { x: 2, y: 1, error: 3 },
    { x: 3, y: 0 },
  ];
  const series = [{ name: 'one', points }];
  expect(logExtent('y', { label: 'y' }, series)).toEqual([0.5, 4]);
  expect(logExtent('y', { label: 'y', domain: [1, 2] }, series)).toEqual([1, 2]);
});
