/** Takes tasks one after the other, within the time that there is. */
import type { TaskOutcome } from '../cluster/perform-task.ts';
import type { Places } from '../cluster/places.ts';
import type { Task } from '../cluster/task.ts';
import { exitCodeOf } from './failure.ts';
import { report } from './inspect.ts';

interface Taken {
  readonly directory: string;
  readonly places: Places;
  readonly tasks: readonly Task[];
  /** Those to take. */
  readonly numbers: readonly number[];
}

interface Limits {
  /** Seconds. */
  readonly timeLimit?: number;
  readonly events?: string;
}

/** Seconds before the end of a job in which what is there is committed; of a short one a quarter of its time. */
const IN_GOOD_TIME = 60;

/** A task that fails does not stop those after it; the exit code is that of the first that did, or 130 after a signal or the end of the time. */
export async function takeTasks(taken: Taken, limits: Limits): Promise<void> {
  const { INTERRUPTED } = await import('../runner/runner.ts');
  const { taskWords } = await import('../cluster/task.ts');
  const end = await endOfTime(limits.timeLimit);
  for (const number of taken.numbers) {
    const task = taken.tasks[number - 1];
    process.stderr.write(`${taken.directory}: task ${number}, ${taskWords(task)}\n`);
    try {
      const outcome = await takeTask(taken, number, limits.events, (end - Date.now()) / 1000);
      if (outcome !== 'interrupted') continue;
      process.exitCode = INTERRUPTED;
      return;
    } catch (error) {
      process.exitCode ||= exitCodeOf(error);
    }
  }
}

async function takeTask(
  { directory, places, tasks }: Taken,
  number: number,
  events: string | undefined,
  seconds: number,
): Promise<TaskOutcome['outcome']> {
  const task = tasks[number - 1];
  const { startHeartbeat } = await import('../cluster/heartbeat.ts');
  const stop = startHeartbeat(directory, number, jobName());
  try {
    if (task.kind !== 'report') return await computed(directory, places, task, events, seconds);
    await report(directory, {});
    return 'finished';
  } finally {
    stop();
  }
}

async function computed(
  directory: string,
  places: Places,
  task: Exclude<Task, { kind: 'report' }>,
  events: string | undefined,
  seconds: number,
): Promise<TaskOutcome['outcome']> {
  const { observed } = await import('../run/conductor/observed.ts');
  const { shownRun } = await import('../run/conductor/conductor.ts');
  const { performTask } = await import('../cluster/perform-task.ts');
  const { outcome, completed } = await observed(
    events,
    shownRun(),
    (observer) => performTask(directory, places, task, observer),
    Math.max(0, seconds),
  );
  if (completed) {
    const { reportOf } = await import('../results/summary/report-of.ts');
    const { writeJsonReport } = await import('../report/json-file.ts');
    writeJsonReport(completed.directory, reportOf(completed));
  }
  return outcome;
}

/** Milliseconds since 1970 by which all is to be committed: of the option, and of Slurm, which says when a job ends. */
async function endOfTime(seconds = Infinity): Promise<number> {
  const now = Date.now();
  const ends = [now + 1000 * seconds, (await endOfThisJob()) ?? Infinity];
  return Math.min(...ends.map((end) => end - Math.min(1000 * IN_GOOD_TIME, (end - now) / 4)));
}

/** Slurm before version 22.05 tells only those who ask. */
async function endOfThisJob(): Promise<number | undefined> {
  const { SLURM_JOB_END_TIME: end, SLURM_JOB_ID: job } = process.env;
  if (end !== undefined && Number(end) > 0) return 1000 * Number(end);
  if (job === undefined) return undefined;
  const { endOfJob } = await import('../cluster/slurm.ts');
  return endOfJob(job);
}

/** The job of a scheduler that this process is. */
function jobName(): string | undefined {
  const { SLURM_ARRAY_JOB_ID, SLURM_ARRAY_TASK_ID, SLURM_JOB_ID } = process.env;
  return SLURM_ARRAY_JOB_ID === undefined ? SLURM_JOB_ID : `${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}`;
}
