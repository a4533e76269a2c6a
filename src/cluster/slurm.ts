/** What is asked of Slurm, by its own commands. */
import { spawnSync } from 'node:child_process';
import { InputError } from '../errors.ts';

/** Elements of an array where Slurm does not say: its own default, of which the last number is taken. */
const USUAL_ARRAY = 1000;
/** Milliseconds after which a question to Slurm counts as not answered: a controller may be busy, or away. */
const PATIENCE = 5000;
/** sbatch has an answer of its own to a controller that is away; this is longer. */
const PATIENCE_OF_SUBMISSION = 120_000;

type Answer = { readonly text: string } | { readonly refusal: string } | 'no such command' | 'no answer';

function ask(command: string, line: readonly string[], timeout: number): Answer {
  const { error, status, stdout, stderr } = spawnSync(command, line, {
    encoding: 'utf8',
    timeout,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 28,
  });
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES') return 'no such command';
  if (error) return 'no answer';
  return status === 0 ? { text: stdout } : { refusal: stderr.trim() || `exit code ${status}` };
}

/** What Slurm answers to a question, in time; undefined where it does not. `isNothing`: whether a refusal means that there is nothing to tell. */
function answered(
  command: string,
  line: readonly string[],
  isNothing: (refusal: string) => boolean = () => false,
): string | undefined {
  const answer = ask(command, line, PATIENCE);
  if (typeof answer === 'string') return undefined;
  if ('text' in answer) return answer.text;
  return isNothing(answer.refusal) ? '' : undefined;
}

/** Elements that an array may have; where Slurm does not answer, sbatch will say so. */
export function largestArray(): number {
  const text = answered('scontrol', ['show', 'config']) ?? '';
  const size = Number(/^MaxArraySize\s*=\s*(\d+)/m.exec(text)?.[1] ?? Number.NaN);
  return size > 1 ? size - 1 : USUAL_ARRAY;
}

/** An element of a job in the queue. */
export interface QueuedElement {
  readonly job: string;
  /** 0 of a job without an array. */
  readonly element: number;
  /** As of squeue: PENDING, RUNNING, …. */
  readonly state: string;
  readonly reason: string;
}

/** What is in the queue of some jobs; undefined where Slurm does not say so in time. */
export function queueOf(jobs: readonly string[]): QueuedElement[] | undefined {
  if (jobs.length === 0) return [];
  const line = ['-h', '-r', '-j', jobs.join(','), '-o', '%F|%K|%T|%r'];
  const text = answered('squeue', line, (refusal) => /invalid job id/i.test(refusal));
  return text?.split('\n').flatMap((row) => {
    const [job, element, state, reason] = row.trim().split('|');
    return reason === undefined ? [] : [{ job, element: Number(element) || 0, state, reason }];
  });
}

/** Milliseconds since 1970 at which a job ends; undefined where Slurm does not say. */
export function endOfJob(job: string): number | undefined {
  const text = answered('squeue', ['-h', '-j', job, '-O', 'EndTime']);
  const end = Date.parse(text?.trim().split('\n')[0] ?? '');
  return Number.isNaN(end) ? undefined : end;
}

/** Submits a script; the number of the job. `options`: of sbatch. Throws InputError where Slurm is not there or refuses. */
export function submitScript(script: string, options: readonly string[], instead: string): string {
  const answer = ask('sbatch', ['--parsable', ...options, script], PATIENCE_OF_SUBMISSION);
  if (answer === 'no such command')
    throw new InputError(`expected Slurm, found no command sbatch on this machine\n${instead}`);
  if (answer === 'no answer')
    throw new InputError(
      `sbatch ${script}: no answer of Slurm within two minutes: look with squeue, then submit again`,
    );
  if ('refusal' in answer) throw new InputError(`sbatch ${script}: ${answer.refusal}${adviceOn(answer.refusal)}`);
  return answer.text.trim().split(';')[0];
}

/** What answers the questions that a refusal leaves. */
const ADVICE: readonly [refusal: RegExp, advice: string][] = [
  [/account/i, 'sacctmgr show associations user=$USER lists your accounts, --account names one'],
  [/partition/i, 'sinfo -s lists the partitions, --partition names one'],
  [/time limit/i, 'sinfo -o "%P %l" lists the longest times of the partitions, --time asks for less'],
  [/array/i, 'scontrol show config says MaxArraySize; --tasks-per-job makes arrays shorter'],
  [/submit.*limit|limit.*submit|QOS/i, 'fewer jobs at a time: --tasks-per-job lets each take more tasks'],
  [/contact|connect/i, 'the controller of Slurm does not answer: try again later'],
];

function adviceOn(refusal: string): string {
  const found = ADVICE.find(([pattern]) => pattern.test(refusal));
  return found ? `\n  ${found[1]}` : '';
}
