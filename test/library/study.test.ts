import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readStudySpec } from '../../src/run/study/start-study.ts';
import { InputError, openRun, readSeries, runStudy } from '../../src/run.ts';
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

const OBJECT = {
  lattice: { size: [2, 2] },
  sampling: { method: 'local', chains: 2, warmUp: 5, samples: 40, seed: undefined },
} as const;

it('takes an object, which its directory keeps as TOML', async () => {
  const directory = newStudyDirectory();
  const sweep = { points: [{ model: { temperature: 0.2 } }, { model: { temperature: 0.4, chemicalPotential: -1 } }] };
  const outcome = await runStudy({ ...OBJECT, sweep }, { directory });
  expect(outcome).toMatchObject({ outcome: 'finished', done: 2 });
  const names = readStudySpec(directory).points.map(({ name }) => name);
  expect(names).toEqual(['temperature=0.2', 'chemical_potential=-1,temperature=0.4']);
});

it('says what is wrong with an object, and which options there are', async () => {
  const options = { directory: newStudyDirectory() };
  const wrong = { ...OBJECT, sweep: { model: { temperature: [0.2, -1] } } };
  await expect(runStudy(wrong, options)).rejects.toThrow('model.temperature: expected a number, 0 or more, found -1');
  const single = runStudy(OBJECT as never, options);
  await expect(single).rejects.toThrow('expected a study, found a spec without [sweep]: runSpec runs it');
  await expect(runStudy(undefined as never, options)).rejects.toThrow('spec: expected a TOML text or an object');
  await expect(runStudy(TEXT, undefined as never)).rejects.toThrow(InputError);
  const unknown = runStudy(TEXT, { ...options, points: [2] } as never);
  await expect(unknown).rejects.toThrow('one of the options directory, workers, signal, onEvent, found points');
});
