/** Runs and smaller tasks of the targets: each is computed once and kept in a folder, several at a time. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { storedSamples } from '../../src/chain/job.ts';
import { type RunData, readRunData } from '../../src/results/summary/run-data.ts';
import { type RunSummary, summaryOf } from '../../src/results/summary/summary.ts';
import { advanceObserved, startRun } from '../../src/run/conductor/conductor.ts';
import type { RunObserver } from '../../src/run/conductor/run-events.ts';
import { specOf, toSections } from '../../src/run/conductor/stored-spec.ts';
import { resolveSpec, type SpecInput } from '../../src/spec/spec.ts';
import { toTomlText } from '../../src/spec/toml-text.ts';
import { makeFolder, writeFile } from '../../src/store/files.ts';
import { lastCheckpoint, type Run } from '../../src/store/store.ts';
import { cached } from './cached.ts';
import { type Gate, gate } from './gate.ts';
import { Interrupted } from './interrupted.ts';
import type { Program } from './program.ts';
import { type TaskArgument, type TaskName, type TaskResult, taskInWorker } from './tasks.ts';

export interface RunResult {
  readonly data: RunData;
  readonly summary: RunSummary;
}

export interface Workshop {
  /** Whether everything takes minutes on two cores, with larger error bars, instead of hours. */
  readonly isQuick: boolean;
  /** The finished run of a spec, resumed where an earlier attempt stopped; `label` is for people. */
  run(label: string, input: SpecInput): Promise<RunResult>;
  /** The result of a task, computed in a worker thread and kept as JSON. */
  compute<Name extends TaskName>(label: string, task: Name, argument: TaskArgument<Name>): Promise<TaskResult<Name>>;
}

export interface WorkshopOptions {
  readonly directory: string;
  /** The program that computes: results of another version or of other sources in the directory are not used. */
  readonly program: Program;
  readonly isQuick: boolean;
  /** The number of runs and tasks at a time; no result depends on it. */
  readonly workers: number;
  readonly observer: RunObserver;
  /** Called after every run and task with the seconds that it took. */
  readonly done: (label: string, seconds: number) => void;
}

export function openWorkshop(options: WorkshopOptions): Workshop {
  const { isQuick, workers, observer, done } = options;
  const directory = folderOf(options);
  const places: Gate = gate(workers);
  const timed = <T>(label: string, action: () => Promise<T>): Promise<T> =>
    places(async () => {
      if (observer.interruption.aborted) throw new Interrupted();
      const began = performance.now();
      const result = await action();
      done(label, (performance.now() - began) / 1000);
      return result;
    });
  return {
    isQuick,
    run: (label, input) => timed(label, () => finishedRun(join(directory, 'runs'), label, input, observer)),
    compute: (label, task, argument) => {
      const file = join(directory, 'tasks', `${fileName(label)}-${fingerprint([task, argument])}.json`);
      return timed(label, () => cached(file, () => taskInWorker(task, argument)));
    },
  };
}

/** The folder of the runs and tasks of one program, with a file that says which. */
function folderOf({ directory, program }: Pick<WorkshopOptions, 'directory' | 'program'>): string {
  const folder = join(directory, folderName(program));
  makeFolder(folder);
  writeFile(join(folder, 'program.json'), `${JSON.stringify(program, undefined, 2)}\n`);
  return folder;
}

/** The folders that other programs have left in the directory. */
export function unusedFolders({ directory, program }: Pick<WorkshopOptions, 'directory' | 'program'>): string[] {
  const used = ['results', folderName(program)];
  const entries = existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isDirectory() && !used.includes(entry.name)).map(({ name }) => name);
}

const folderName = ({ version, sources }: Program): string => `${version}-${sources}`;

async function finishedRun(folder: string, label: string, input: SpecInput, observer: RunObserver): Promise<RunResult> {
  const spec = resolveSpec(input);
  const sections = toSections(spec);
  const run = startRun(join(folder, `${fileName(label)}-${fingerprint(sections)}`), toTomlText(sections), spec);
  if (!isFinished(run) && (await advanceObserved(run, 1, observer)) === 'interrupted') throw new Interrupted();
  const data = readRunData(run);
  return { data, summary: summaryOf(data) };
}

function isFinished(run: Run): boolean {
  const spec = specOf(run);
  const chains = Array.from({ length: spec.sampling.chains }, (_, index) => index + 1);
  return chains.every((chain) => (lastCheckpoint(run, chain)?.samples ?? 0) >= storedSamples(spec));
}

/** A hash in eight hexadecimal digits of everything that the result depends on. */
const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);

const fileName = (label: string): string => label.replace(/[^\w.]+/g, '-').toLowerCase();
