/** Runs in temporary directories, and what is in them in the end. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChains } from '../../src/runner/runner.ts';
import {
  createRun,
  lastCheckpoint,
  openRun,
  readConfigurations,
  readLevels,
  readSeries,
} from '../../src/store/store.ts';
import { temporaryFolder } from '../store/example.ts';
import { module } from './autoregressive.ts';
import { type Job, resolvedFor, type startJob } from './job.ts';

export const newDirectory = (): string => join(temporaryFolder(), 'run');

export const exampleJob = (directory: string, changes: Partial<Job> = {}): Job => ({
  directory,
  chains: 3,
  workers: 2,
  samples: 400,
  checkpointSamples: 20,
  argument: { correlation: 0.9, keepEvery: 7 },
  ...changes,
});

/** All that a run computed. */
export function contents(directory: string) {
  const run = openRun(directory);
  const series = readSeries(run);
  const numbers = series.chains.map((_, index) => index + 1);
  return {
    series,
    configurations: numbers.map((chain) => [...readConfigurations(run, chain)]),
    levels: numbers.map((chain) => [...readLevels(run, chain)]),
    checkpoints: numbers.map((chain) => lastCheckpoint(run, chain)),
  };
}

/** What the job computes when nothing comes in between. */
export async function undisturbed({ directory: _, argument, ...plan }: Job) {
  const directory = newDirectory();
  const run = createRun(directory, '', resolvedFor(plan));
  await runChains(
    run,
    { ...plan, seed: 11, checkpointSeconds: 60, progressSeconds: 60, program: { module, argument } },
    { tell: () => {}, interruption: new AbortController().signal },
  );
  return contents(directory);
}

export interface LoggedJob extends Job {
  readonly events: string;
}

/** How often the event log contains a text. A kill may have left half a line. */
export const eventCount = ({ events }: Pick<LoggedJob, 'events'>, text: string): number =>
  existsSync(events) ? readFileSync(events, 'utf8').split(text).length - 1 : 0;

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves when the condition holds, or when the process that could fulfil it is over. */
export async function until(condition: () => boolean, { child }: ReturnType<typeof startJob>): Promise<void> {
  while (!condition() && child.exitCode === null && child.signalCode === null) await sleep(5);
}
