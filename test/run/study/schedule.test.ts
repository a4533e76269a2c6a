/** The order of trainings and chains, with tasks whose ends the test decides. */
import { expect, it } from 'vitest';
import { performStaged, type StagedWork } from '../../../src/run/study/schedule.ts';

/** Works that write down what begins, and last as long as the number of turns of the event loop. */
function works(points: readonly { train?: number; chains: readonly number[]; after?: number; fails?: boolean }[]) {
  const begun: string[] = [];
  let busy = 0;
  const idle: number[] = [];
  const task = (name: string, turns: number) => async () => {
    begun.push(name);
    busy++;
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    busy--;
    idle.push(busy);
  };
  const staged = points.map(
    ({ train, chains, after, fails = false }, point): StagedWork => ({
      train:
        train === undefined
          ? undefined
          : async () => {
              await task(`train ${point}`, train)();
              return !fails;
            },
      chains: () => chains.map((turns, chain) => task(`${point}.${chain}`, turns)),
      after,
    }),
  );
  return { staged, begun };
}

const never = () => false;

it('takes chains in the order of the points', async () => {
  const { staged, begun } = works([{ chains: [1, 1] }, { chains: [1] }, { chains: [1] }]);
  await performStaged(staged, 1, never);
  expect(begun).toEqual(['0.0', '0.1', '1.0', '2.0']);
});

it('with one worker brings a point to its end before it trains the next', async () => {
  const { staged, begun } = works([
    { train: 1, chains: [1, 1] },
    { train: 1, chains: [1] },
  ]);
  await performStaged(staged, 1, never);
  expect(begun).toEqual(['train 0', '0.0', '0.1', 'train 1', '1.0']);
});

it('with several workers trains ahead, so that chains are left for the end', async () => {
  const { staged, begun } = works(Array.from({ length: 4 }, () => ({ train: 3, chains: [3, 3] })));
  await performStaged(staged, 2, never);
  expect(begun.length).toBe(12);
  expect(begun.indexOf('train 3')).toBeLessThan(begun.indexOf('2.0'));
  expect(begun.slice(-2)).toEqual(['3.0', '3.1']);
});

it('trains a point after the one that it follows, and neither begins chains of a point whose training failed', async () => {
  const { staged, begun } = works([
    { train: 5, chains: [1] },
    { train: 1, chains: [1], after: 0, fails: true },
    { chains: [1] },
    { train: 1, chains: [1], after: 1 },
    { chains: [1], after: 3 },
    { train: 1, chains: [1], after: 4 },
  ]);
  await performStaged(staged, 3, never);
  const order = ['train 0', 'train 1', 'train 3', 'train 5'].map((name) => begun.indexOf(name));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(begun).not.toContain('1.0');
  expect(begun.filter((name) => !name.startsWith('train')).sort()).toEqual(['0.0', '2.0', '3.0', '4.0', '5.0']);
});

it('begins no point any more once it is stopped, and ends the chains of those that have begun', async () => {
  const { staged, begun } = works([{ chains: [1, 1, 1] }, { train: 1, chains: [1] }]);
  await performStaged(staged, 1, () => begun.length > 0);
  expect(begun).toEqual(['0.0', '0.1', '0.2']);
});
