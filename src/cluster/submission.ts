/** The jobs of a directory: learning first, then the chains, then the report. */
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { makeFolder, writeFile } from '../store/files.ts';
import { type Job, type JobSettings, jobScript } from './job-script.ts';
import { jobArrays } from './shares.ts';
import { submitScript } from './slurm.ts';
import { keepSubmitted } from './submitted-jobs.ts';
import type { TaskState } from './task-states.ts';

export interface PlannedJob extends Job {
  readonly script: string;
  /** What it waits for, by the names of other jobs: each element for the one of the same number, or for all of a job, however it ends. */
  readonly after: readonly { readonly job: string; readonly kind: 'aftercorr' | 'afterany' }[];
}

export interface Packing {
  readonly tasksPerJob: number;
  readonly largestArray: number;
  readonly limit?: number | undefined;
}

/** The jobs for all tasks that are not done; none where there is nothing to compute. */
export function planJobs(states: readonly TaskState[], packing: Packing, settings: JobSettings): PlannedJob[] {
  const arrays = jobArrays(states, packing.tasksPerJob, packing.largestArray);
  const computing = arrays.map(({ name, shares, isAfterLearning }) => {
    const job = { name, shares, limit: packing.limit };
    const after = isAfterLearning
      ? ([{ job: 'learning', kind: shares.length > 1 ? 'aftercorr' : 'afterany' }] as const)
      : [];
    return { ...job, after, script: jobScript(job, settings) };
  });
  const report = states.find(({ task }) => task.kind === 'report');
  if (computing.length === 0 || !report) return [];
  const last = { name: 'report', shares: [`${report.number}`] };
  const after = computing.map(({ name }) => ({ job: name, kind: 'afterany' as const }));
  return [...computing, { ...last, after, script: jobScript(last, settings) }];
}

/** Writes the scripts into DIR/slurm, submits them and keeps their numbers; the numbers by the names of the jobs. Throws InputError where Slurm refuses, naming the jobs that it has taken. */
export function submitJobs(directory: string, jobs: readonly PlannedJob[], instead: string): Map<string, string> {
  const folder = join(directory, 'slurm');
  makeFolder(folder);
  const numbers = new Map<string, string>();
  for (const job of jobs) {
    const file = join(folder, `${job.name}.sh`);
    writeFile(file, job.script);
    const number = refusedAfter(numbers, () => submitScript(file, dependencyOf(job, numbers), instead));
    numbers.set(job.name, number);
    keepSubmitted(directory, { name: job.name, number, shares: job.shares });
  }
  return numbers;
}

/** A chain whose learning was cancelled is cancelled too: submitted again, it learns itself. */
function dependencyOf({ after }: PlannedJob, numbers: ReadonlyMap<string, string>): string[] {
  if (after.length === 0) return [];
  const jobs = after.map(({ job, kind }) => `${kind}:${numbers.get(job)}`);
  return [`--dependency=${jobs.join(',')}`, '--kill-on-invalid-dep=yes'];
}

function refusedAfter(numbers: ReadonlyMap<string, string>, submit: () => string): string {
  try {
    return submit();
  } catch (error) {
    if (!(error instanceof InputError) || numbers.size === 0) throw error;
    const taken = [...numbers].map(([name, number]) => `${name} ${number}`).join(', ');
    throw new InputError(
      `${error.message}\n  in the queue already: ${taken}: submit again for the rest, or scancel ${[...numbers.values()].join(' ')}`,
      { cause: error },
    );
  }
}
