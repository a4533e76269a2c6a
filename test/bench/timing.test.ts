import { expect, it } from 'vitest';
import { median, takeTurns } from '../../src/bench/timing.ts';

it('takes the middle value, or the mean of the two middle ones', () => {
  expect(median([5, 1, 2])).toBe(2);
  expect(median([4, 1, 9, 2])).toBe(3);
});

it('times every candidate in every round and leaves out the first round', async () => {
  const order: string[] = [];
  const turn = (name: string, times: number[]) => () => {
    order.push(name);
    return times.shift() as number;
  };
  const turns = new Map([
    ['a', turn('a', [100, 1, 3, 2])],
    ['b', turn('b', [100, 7, 7, 8])],
  ]);
  expect([...(await takeTurns(3, turns))]).toEqual([
    ['a', 2],
    ['b', 7],
  ]);
  expect(order.join('')).toBe('abababab');
});
