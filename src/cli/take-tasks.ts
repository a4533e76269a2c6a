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

/** Seconds before the end of a job in which what is there is committed. */
const IN_GOOD_TIME = 60;

/** A task that fails does not stop those after it; the exit code is that of the first that did, or 130 after a signal or the end of the time. */
export async function takeTasks(taken: Taken, limits: Limits): Promise<void> {
  const { INTERRUPTED } = await import('../runner/runner.ts');
  const { taskWords } = await import('../cluster/task.ts');
  const end = endOfTime(limits.timeLimit);
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
function endOfTime(seconds = Infinity): number {
  const { SLURM_JOB_END_TIME: ofJob } = process.env;
  const ends = [Date.now() + 1000 * (seconds - Math.min(IN_GOOD_TIME, seconds / 4))];
  if (ofJob !== undefined && Number(ofJob) > 0) ends.push(1000 * (Number(ofJob) - IN_GOOD_TIME));
  return Math.min(...ends);
}

/** The job of a scheduler that this process is. */
function jobName(): string | undefined {
  const { SLURM_ARRAY_JOB_ID, SLURM_ARRAY_TASK_ID, SLURM_JOB_ID } = process.env;
  return SLURM_ARRAY_JOB_ID === undefined ? SLURM_JOB_ID : `${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}`;
}
