/** DIR/slurm/jobs.json: the jobs that were submitted, and which tasks are theirs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile } from '../store/files.ts';
import { selectedNumbers } from '../words/selected-numbers.ts';
import { type QueuedElement, queueOf } from './slurm.ts';

/** A job that was submitted. */
export interface SubmittedJob {
  readonly name: string;
  /** Of Slurm. */
  readonly number: string;
  /** The tasks of each element, as `--task` takes them. */
  readonly shares: readonly string[];
}

const fileOf = (directory: string): string => join(directory, 'slurm/jobs.json');

/** All jobs of a directory. A list that cannot be read is none: what is in the queue is then submitted again, which does no harm. */
export function submittedJobs(directory: string): SubmittedJob[] {
  const file = fileOf(directory);
  if (!existsSync(file)) return [];
  try {
    const { jobs } = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(jobs) ? jobs : [];
  } catch {
    return [];
  }
}

/** Keeps a job. Throws InputError or StorageError when it cannot be written. */
export function keepSubmitted(directory: string, job: SubmittedJob): void {
  const lines = [...submittedJobs(directory), job].map((one) => JSON.stringify(one));
  writeFile(fileOf(directory), `{"jobs":[\n${lines.join(',\n')}\n]}\n`);
}

/** An element of a job of a directory in the queue. */
export interface QueuedTasks extends QueuedElement {
  readonly name: string;
  readonly tasks: readonly number[];
}

/** Jobs that the queue is asked about, the last ones: those before have ended long since. */
const ASKED = 200;

/** What is in the queue for a directory; undefined where nothing was submitted, or Slurm does not answer. */
export function queuedTasks(directory: string): QueuedTasks[] | undefined {
  const jobs = new Map(
    submittedJobs(directory)
      .slice(-ASKED)
      .map((job) => [job.number, job]),
  );
  if (jobs.size === 0) return undefined;
  return queueOf([...jobs.keys()])?.flatMap((queued) => {
    const job = jobs.get(queued.job);
    return job ? [{ ...queued, name: job.name, tasks: tasksOf(job.shares[queued.element] ?? '') }] : [];
  });
}

const tasksOf = (share: string): number[] =>
  share === '' ? [] : selectedNumbers(share, { option: '--task', things: 'tasks', count: Number.MAX_SAFE_INTEGER });
