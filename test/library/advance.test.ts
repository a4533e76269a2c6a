/** Runs that a program starts, advances and interrupts: bit-identical with those of the command. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  advanceRun,
  extendRun,
  InputError,
  openRun,
  type RunEvent,
  readSeries,
  runSpec,
  startRun,
} from '../../src/run.ts';
import { parseSpec, resolveSpec, SpecError } from '../../src/spec.ts';
import { temporaryFolder } from '../store/example.ts';
import { newDirectory, SPEC, withSamples } from './runs.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const read = (directory: string, file: string) => readFileSync(join(directory, file), 'utf8');
const energies = (directory: string) => readSeries(openRun(directory)).of('energyPerSite');

describe('startRun', () => {
  it('writes an object as the TOML that means the same, and a text as it is', () => {
    const [byObject, byText] = [startRun(SPEC, newDirectory()), newDirectory()];
    const text = read(byObject.directory, 'spec.toml');
    expect(parseSpec(text, 'spec.toml')).toEqual(resolveSpec(SPEC));
    expect(text).toContain('warm_up = 30');
    startRun(`# mine\n${text}`, byText);
    expect(read(byText, 'spec.toml')).toBe(`# mine\n${text}`);
    expect(openRun(byText).spec).toEqual(byObject.spec);
    expect(byObject.spec).toEqual(resolveSpec(SPEC));
  });

  it('takes the spec of another run', () => {
    const { spec } = startRun(SPEC, newDirectory());
    expect(startRun(spec, newDirectory()).spec).toEqual(spec);
  });

  it('says what is wrong, before anything is written', () => {
    const directory = newDirectory();
    expect(() => startRun('lattice.size = [2, 2]\nmodel.temprature = 1', directory)).toThrow(SpecError);
    expect(() => startRun('model.temprature = 1', directory)).toThrow(/^spec:1:1: model\.temprature: /);
    expect(() => startRun({ ...SPEC, model: { temperature: 0 } }, directory)).toThrow(InputError);
    expect(() => openRun(directory)).toThrow(`${directory}: expected the directory of a run`);
  });

  it('refuses the directory of another run', () => {
    const { directory } = startRun(SPEC, newDirectory());
    const other = { ...SPEC, model: { temperature: 0.3 } };
    expect(() => startRun(other, directory)).toThrow(`${directory}: holds another run`);
  });
});

describe('advanceRun', () => {
  it('gives the samples that the command gives, whatever the workers', async () => {
    const folder = temporaryFolder();
    const run = startRun({ ...SPEC, sampling: { ...SPEC.sampling, chains: 2 } }, join(folder, 'library'));
    expect(await advanceRun(run, { workers: 1 })).toBe('finished');
    const command = [MAIN, 'run', join(run.directory, 'spec.toml'), '--out', join(folder, 'command')];
    expect(spawnSync(process.execPath, command).status).toBe(0);
    expect(energies(run.directory)).toEqual(energies(join(folder, 'command')));
  });

  it('tells what happens, in its order', async () => {
    const events = new Set<RunEvent['type']>();
    const run = startRun(SPEC, newDirectory());
    await advanceRun(run, { onEvent: ({ type }) => events.add(type) });
    events.delete('progress'); // what a slow machine tells, and a fast one does not
    expect([...events]).toEqual(['start', 'begin', 'checkpoint', 'done', 'end']);
  });

  it('stops by a signal, with everything safe', async () => {
    // A quick machine tells of checkpoints alone, a slow one of progress first.
    const endless = { ...withSamples(10_000_000), lattice: { size: [4, 4] } };
    const long = startRun(endless, newDirectory());
    const controller = new AbortController();
    const onEvent = ({ type }: RunEvent) => ['progress', 'checkpoint'].includes(type) && controller.abort();
    expect(await advanceRun(long, { signal: controller.signal, onEvent })).toBe('interrupted');
    const begun = energies(long.directory)[0];
    expect(begun.length).toBeGreaterThan(0);
    const whole = { ...endless, sampling: { ...endless.sampling, samples: begun.length } };
    await runSpec(whole, { directory: long.directory });
    expect(energies(long.directory)[0]).toEqual(begun);
    expect(energies((await runSpec(whole, { directory: newDirectory() })).directory)[0]).toEqual(begun);
  });

  it('goes on where it was, bit for bit', async () => {
    const part = startRun(withSamples(100), newDirectory());
    await advanceRun(part);
    await advanceRun(extendRun(part, 200));
    const once = await runSpec(SPEC, { directory: newDirectory() });
    expect(energies(part.directory)).toEqual(energies(once.directory));
  });

  it('does not begin where the signal is aborted already', async () => {
    const run = startRun(SPEC, newDirectory());
    expect(await advanceRun(run, { signal: AbortSignal.abort() })).toBe('interrupted');
    expect(readSeries(run).names).toEqual([]);
  });

  it('ends with what its listener throws, and can be resumed', async () => {
    const run = startRun(SPEC, newDirectory());
    const onEvent = () => {
      throw new Error('enough');
    };
    await expect(advanceRun(run, { onEvent })).rejects.toThrow('enough');
    expect(await advanceRun(run)).toBe('finished');
  });

  it('refuses workers that are none, and a run of another version', async () => {
    const run = startRun(SPEC, newDirectory());
    await expect(advanceRun(run, { workers: 0 })).rejects.toThrow(
      new InputError('workers: expected a whole number, 1 or more, found 0'),
    );
    const file = join(run.directory, 'resolved.toml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/version = ".*"/, 'version = "0.0.1"'));
    expect(openRun(run.directory).version).toBe('0.0.1');
    await expect(advanceRun(run)).rejects.toThrow('this run was made by spinformer 0.0.1');
    expect(() => extendRun(run, 300)).toThrow('this run was made by spinformer 0.0.1');
  });
});

describe('runSpec', () => {
  it('starts, resumes, grows, and throws nothing away', async () => {
    const directory = newDirectory();
    const lengths = () => energies(directory).map(({ length }) => length);
    expect((await runSpec(SPEC, { directory })).spec).toEqual(resolveSpec(SPEC));
    expect(lengths()).toEqual([200]);
    expect((await runSpec(withSamples(250), { directory })).spec.sampling.samples).toBe(250);
    expect(lengths()).toEqual([250]);
    await runSpec(withSamples(100), { directory });
    expect(lengths()).toEqual([250]);
  });

  it('is content with the samples that its spec asks for, in a run that was made for more', async () => {
    const { directory } = startRun(withSamples(10_000_000), newDirectory());
    await runSpec(SPEC, { directory });
    expect(energies(directory).map(({ length }) => length)).toEqual([200]);
  });

  it('after an abort is the run so far', async () => {
    const run = await runSpec(SPEC, { directory: newDirectory(), signal: AbortSignal.abort() });
    expect(readSeries(run).names).toEqual([]);
  });
});

it('extendRun never shrinks a run', () => {
  const run = startRun(SPEC, newDirectory());
  expect(() => extendRun(run, 100)).toThrow(
    new InputError('samples: expected a whole number, 200 of the run or more, found 100'),
  );
  expect(() => extendRun(run, 250.5)).toThrow(InputError);
  expect(extendRun(run, 250).spec.sampling.samples).toBe(250);
});
