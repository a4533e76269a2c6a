import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openRun, readSeries, runStudy } from '../../src/run.ts';
import { newStudyDirectory, textOf } from '../run/study/studies.ts';

const TEXT = textOf('model.temperature = [0.2, 0.4]');

it('runs a study, says how far it is, and resumes it after an abort', async () => {
  const directory = newStudyDirectory();
  const controller = new AbortController();
  const shares: number[] = [];
  const stopped = await runStudy(TEXT, {
    directory,
    signal: controller.signal,
    onEvent({ type }, { share }) {
      shares.push(share);
      if (type === 'done') controller.abort();
    },
  });
  expect(stopped.outcome).toBe('interrupted');
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(await runStudy(TEXT, { directory })).toEqual({ outcome: 'finished', points: 2, done: 2, failed: [] });
  const run = openRun(join(directory, 'points/temperature=0.4'));
  expect(
    readSeries(run)
      .of('energyPerSite')
      .map((chain) => chain.length),
  ).toEqual([40, 40]);
});

it('refuses what is no study', async () => {
  const single = runStudy('[lattice]\nsize = [2, 2]\n', { directory: newStudyDirectory() });
  await expect(single).rejects.toThrow('expected a study, found a spec without [sweep]: runSpec runs it');
  await expect(runStudy(TEXT, { directory: newStudyDirectory(), workers: 0 })).rejects.toThrow('workers: expected');
});
