/** What people see of a study while it runs. */
import { expect, it } from 'vitest';
import { studyLine } from '../../../src/run/study/study-line.ts';
import { followStudy } from '../../../src/run/study/study-progress.ts';
import { studyOf, textOf } from './studies.ts';

const points = studyOf(textOf('lattice.size = [[2, 2], [4, 4]]\nmodel.temperature = [0.1, 0.2]')).points.map(
  ({ name, spec }) => ({ name, spec, samples: 45 }),
);
const [small, , large] = points.map(({ name }) => name);

it('weighs samples by what they cost, and counts what was there before', () => {
  const { follow, done, now } = followStudy(points);
  done(small);
  // Four sites weigh 8, sixteen 64, each at two points of two chains.
  expect(now()).toMatchObject({ points: 4, done: 1, chains: 8, runningChains: 0 });
  expect(now().share).toBeCloseTo(8 / 144, 12);
  expect(now().shareBefore).toBeCloseTo(8 / 144, 12);
  follow(large, { type: 'begin', chain: 2, samples: 9 });
  follow(large, { type: 'progress', chain: 2, samples: 18, counters: {} });
  expect(now().runningChains).toBe(1);
  expect(now().share).toBeCloseTo((8 + 32 * 0.4) / 144, 12);
  expect(now().shareBefore).toBeCloseTo((8 + 32 * 0.2) / 144, 12);
  follow(large, { type: 'done', chain: 2, samples: 45 });
  done(large);
  expect(now().share).toBeCloseTo((8 + 64) / 144, 12);
  expect(now().runningChains).toBe(0);
});

it('is one line for all points, and ends with the counts', () => {
  let [text, time] = ['', 0];
  const line = studyLine({ write: (more: string) => (text += more) }, { now: () => time });
  const progress = { points: 24, done: 3, failed: 1, chains: 96, runningChains: 2, share: 0.34, shareBefore: 0.1 };
  line({ type: 'study', directory: 'runs/a', points: 24, done: 3, workers: 2 }, progress);
  time = 240;
  line({ type: 'point-failed', point: 'a', message: 'why' }, progress);
  line({ type: 'study-end', outcome: 'failed', points: 24, done: 22, failed: 1 }, progress);
  expect(text).toBe(
    'points 3/24 done, 1 failed, chains 2 of 96 running, 34 %, 11 min left\n' +
      'failed with 22 of 24 points done, 1 failed, 1 left: the same command goes on from here\n',
  );
});
