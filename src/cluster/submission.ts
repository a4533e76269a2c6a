/** The jobs of a directory: learning first, then the chains, then the report. */
import { join } from 'node:path';
import { makeFolder, writeFile } from '../store/files.ts';
import { type Job, type JobSettings, jobScript } from './job-script.ts';
import { jobArrays } from './shares.ts';
import { submitScript } from './slurm.ts';
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

/** Writes the scripts into DIR/slurm and submits them; the numbers of the jobs by their names. */
export function submitJobs(directory: string, jobs: readonly PlannedJob[], instead: string): Map<string, string> {
  const folder = join(directory, 'slurm');
  makeFolder(folder);
  const numbers = new Map<string, string>();
  for (const { name, script, after } of jobs) {
    const file = join(folder, `${name}.sh`);
    writeFile(file, script);
    const dependency = after.map(({ job, kind }) => `${kind}:${numbers.get(job)}`).join(',');
    numbers.set(name, submitScript(file, dependency || undefined, instead));
  }
  return numbers;
}
