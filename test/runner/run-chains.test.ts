import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { type ChainsEvent, type RunPlan, runChains } from '../../src/runner/runner.ts';
import { createRun } from '../../src/store/store.ts';
import { module } from './autoregressive.ts';
import { resolvedFor, startJob } from './job.ts';
import { contents, exampleJob, newDirectory, undisturbed, until } from './runs.ts';

/** Seconds that no test lasts, on any machine. */
const NEVER_SECONDS = 1e9;

const plan: RunPlan = {
  chains: 3,
  workers: 2,
  samples: 60,
  seed: 11,
  checkpointSamples: 20,
  checkpointSeconds: NEVER_SECONDS,
  progressSeconds: NEVER_SECONDS,
  program: { module, argument: { correlation: 0.9, keepEvery: 7 } },
};

function start(directory: string, changes: Partial<RunPlan> = {}, interruption = new AbortController().signal) {
  const run = createRun(directory, '', resolvedFor(plan));
  const events: ChainsEvent[] = [];
  const tell = (event: ChainsEvent) => void events.push(event);
  return { outcome: runChains(run, { ...plan, ...changes }, { tell, interruption }), events };
}

it('is bit-identical with 1 worker and with 2, in one attempt and in several', async () => {
  const [one, two, pieces] = [newDirectory(), newDirectory(), newDirectory()];
  for (const samples of [13, 14, 60]) await start(pieces, { samples }).outcome;
  await start(one, { workers: 1 }).outcome;
  await start(two, { workers: 2, checkpointSamples: 11 }).outcome;
  const expected = contents(one);
  expect(contents(two)).toEqual(expected);
  expect(contents(pieces)).toEqual(expected);
  expect(expected.series.chains.map(([x]) => x.length)).toEqual([60, 60, 60]);
  expect(new Set(expected.series.chains.map(([x]) => x[5])).size).toBe(3);
});

it('tells what happens', async () => {
  const { outcome, events } = start(newDirectory(), { chains: 1 });
  expect(await outcome).toBe('finished');
  const checkpoint = (samples: number) => ({ type: 'checkpoint', chain: 1, samples, counters: { proposed: samples } });
  expect(events).toMatchObject([
    { type: 'start', chains: 1, samples: 60, workers: 2 },
    { type: 'begin', chain: 1, samples: 0 },
    ...[20, 40, 60].map(checkpoint),
    { type: 'done', chain: 1, samples: 60 },
    { type: 'end', outcome: 'finished' },
  ]);
});

it('has nothing to do for a finished run, and writes nothing', async () => {
  const directory = newDirectory();
  await start(directory).outcome;
  const { outcome, events } = start(directory);
  expect(await outcome).toBe('finished');
  expect(events.filter(({ type }) => type === 'checkpoint')).toEqual([]);
  expect(readdirSync(join(directory, 'chain-001'))).toEqual(['segment-001.sqlite']);
});

it('does not begin when it is interrupted before', async () => {
  const { outcome, events } = start(newDirectory(), {}, AbortSignal.abort());
  expect(await outcome).toBe('interrupted');
  expect(events.map(({ type }) => type)).toEqual(['start', 'end']);
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  '%s: every chain commits, exit code 130, and the run goes on',
  async (signal) => {
    const directory = newDirectory();
    const events = join(directory, '../events.jsonl');
    // Minutes away from its end.
    const job = exampleJob(directory, { chains: 2, samples: 20_000, checkpointSamples: 20_000, events });
    const slow = { ...job, argument: { ...job.argument, millisecondsPerSample: 10 } };
    const started = startJob(slow);
    const { child, ended, output } = started;
    const told = (type: string, chain: number) =>
      readFileSync(events, 'utf8').includes(`"type":"${type}","chain":${chain}`);
    await until(() => existsSync(events), started);
    await until(() => told('progress', 1) && told('progress', 2), started);
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 130, signal: null });
    expect(output()).toMatch(/^interrupted with \d+ of 40000 samples, acceptance 0\.\d{3}(, x .*, τ .*)?\n$/);
    for (const [x] of contents(directory).series.chains) {
      expect(x.length).toBeGreaterThan(0);
      expect(x.length).toBeLessThan(20_000);
    }
    expect(await startJob(job).ended).toMatchObject({ code: 0 });
    expect(contents(directory)).toEqual(await undisturbed(job));
  },
);

it('two copies on one directory end with the same, correct result', async () => {
  const job = exampleJob(newDirectory(), { chains: 2, samples: 120, checkpointSamples: 4 });
  const meeting = { folder: join(job.directory, '../meeting'), sample: 50, count: 4 };
  const met = { ...job, argument: { ...job.argument, millisecondsPerSample: 1, meeting } };
  const copies = await Promise.all([startJob(met).ended, startJob({ ...met, checkpointSamples: 7 }).ended]);
  expect(copies).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(contents(job.directory)).toEqual(await undisturbed(job));
  expect(readdirSync(join(job.directory, 'chain-001')).length).toBeGreaterThan(1);
});

it('names the chain that fails, while the others commit what they have', async () => {
  const directory = newDirectory();
  const failing = { chain: 2, sample: 200 };
  const meeting = { folder: join(directory, '../meeting'), sample: 100, count: 2 };
  const argument = { correlation: 0.9, keepEvery: 7, millisecondsPerSample: 1, meeting, failing };
  const changes = { samples: 100_000, checkpointSamples: 100_000, program: { module, argument } };
  const { outcome, events } = start(directory, changes);
  await expect(outcome).rejects.toThrow('chain 2: the chain broke');
  expect(events.at(-1)).toEqual({ type: 'end', outcome: 'failed' });
  const [first, second] = contents(directory).series.chains.map(([x]) => x.length);
  expect(first).toBeGreaterThan(0);
  expect(second).toBe(0);
  expect(existsSync(join(directory, 'chain-003'))).toBe(false);
});

it('passes on what is wrong with the input as InputError', async () => {
  const { outcome } = start(newDirectory(), { seed: -1 });
  await expect(outcome).rejects.toThrow(InputError);
  await expect(outcome).rejects.toThrow(/^chain [12]: seed must be an integer/);
});

it('names the chain whose program is missing', async () => {
  const { outcome } = start(newDirectory(), { workers: 1, program: { module: 'file:///nowhere.ts', argument: {} } });
  await expect(outcome).rejects.toThrow(/^chain 1: Cannot find module/);
});

it('stops when its listener fails', async () => {
  const run = createRun(newDirectory(), '', resolvedFor(plan));
  const tell = ({ type }: ChainsEvent) => {
    if (type === 'checkpoint') throw new Error('no room for events');
  };
  const argument = { correlation: 0.9, keepEvery: 7, millisecondsPerSample: 1 };
  const slow = { ...plan, samples: 100_000, program: { module, argument } };
  const outcome = runChains(run, slow, { tell, interruption: new AbortController().signal });
  await expect(outcome).rejects.toThrow('no room for events');
});

it('shows where a chain failed to those who ask, causes included', async () => {
  const argument = { correlation: 0.9, keepEvery: 7, failing: { chain: 2, sample: 20 } };
  const job = exampleJob(newDirectory(), { argument });
  const quiet = await startJob(job).ended;
  expect(quiet.output).toMatch(
    /\nchain 2: the chain broke\nThis is a fault of spinformer; SPINFORMER_DEBUG=1 shows where\.\n$/,
  );
  const { code, output } = await startJob(job, { env: { ...process.env, SPINFORMER_DEBUG: '1' } }).ended;
  expect(code).toBe(1);
  expect(output).toMatch(
    /Error: chain 2: the chain broke\n(.*\n)*caused by: Error: the chain broke\n +at .*autoregressive\.ts/,
  );
  expect(output).toMatch(/autoregressive\.ts.*\n(.*\n)*caused by: RangeError: the reason\n/);
});
