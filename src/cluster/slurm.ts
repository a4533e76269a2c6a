/** What is asked of Slurm, by its own commands. */
import { spawnSync } from 'node:child_process';
import { InputError } from '../errors.ts';

/** Elements of an array where Slurm does not say: its own default, of which the last number is taken. */
const USUAL_ARRAY = 1000;

/** Standard output of a command of Slurm; undefined where there is no such command. Throws InputError with what Slurm says. */
function slurm(command: string, line: readonly string[]): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(command, line, { encoding: 'utf8' });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  if (error) throw error;
  if (status === 0) return stdout;
  throw new InputError(`${command} ${line.join(' ')}: ${stderr.trim() || `exit code ${status}`}`);
}

/** Elements that an array may have; where Slurm does not answer, sbatch will say so. */
export function largestArray(): number {
  const { stdout } = spawnSync('scontrol', ['show', 'config'], { encoding: 'utf8' });
  const size = Number(/^MaxArraySize\s*=\s*(\d+)/m.exec(stdout ?? '')?.[1] ?? Number.NaN);
  return size > 1 ? size - 1 : USUAL_ARRAY;
}

/** Submits a script; the number of the job. `dependency` as of sbatch. Throws InputError where Slurm is not there or refuses. */
export function submitScript(script: string, dependency: string | undefined, instead: string): string {
  const options = ['--parsable', ...(dependency === undefined ? [] : [`--dependency=${dependency}`])];
  const text = slurm('sbatch', [...options, script]);
  if (text === undefined) throw new InputError(`expected Slurm, found no command sbatch on this machine\n${instead}`);
  return text.trim().split(';')[0];
}
