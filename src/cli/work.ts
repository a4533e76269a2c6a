/** `spinformer work`: one task of a run or a study, for schedulers and for hands. */
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { collect, directoryName } from './options.ts';
import { ignoreClosedOutput } from './output.ts';
import { duration } from './time-limit.ts';

const HELP = `
A run, and every point of a study, is learning, chains and a report: tasks, which any machine that sees the directory may take, in any order and as often as
it likes. What is there is not done again, what is missing is, and the bits are those of spinformer run. One core is busy at a time.

On SIGTERM or SIGUSR1, and shortly before its time is over, a task commits what it has and ends with exit code 130: start it again.

Examples:
  spinformer work study.toml --out runs/study --list
  spinformer work runs/study --task 12
  spinformer work runs/study --task 5-8,12 --time-limit 55m`;

interface WorkChoices {
  readonly out?: string;
  readonly set: readonly string[];
  readonly list?: boolean;
  readonly task?: string;
  readonly timeLimit?: number;
  readonly events?: string;
}

export function addWork(program: Command): void {
  program
    .command('work')
    .description('take tasks of a run or a study: for clusters, where each is a job')
    .argument('<spec or directory>', 'TOML file, or the directory that was made from one')
    .option('--out <directory>', 'of a TOML file: directory (default: runs/ and the name of the spec)', directoryName)
    .option('--set <section.key=value>', 'of a TOML file: override one value (repeatable)', collect, [])
    .option('--list', 'make the directory where it is not there, and list its tasks')
    .option('--task <numbers>', 'the tasks to take, by their numbers in the list: 3,7-9')
    .option('--time-limit <time>', 'stop in good time before: 90s, 55m, 12h, 1-12:00:00', duration)
    .option('--events <file>', 'write what happens as JSON lines; - is standard output')
    .addHelpText('after', HELP)
    .action(work);
}

async function work(name: string, choices: WorkChoices): Promise<void> {
  ignoreClosedOutput();
  const { list, task } = choices;
  if ((list === undefined) === (task === undefined))
    throw new InputError('expected --task with the numbers of tasks, or --list, which shows them');
  const directory = await directoryOf(name, choices);
  if (task === undefined) {
    const { taskTable } = await import('../report/task-table.ts');
    process.stdout.write(taskTable((await statesIn(directory)).states));
    return;
  }
  const { places, tasks } = await tasksIn(directory);
  const { requireSameBits } = await import('../cluster/same-bits.ts');
  const { selectedNumbers } = await import('../words/selected-numbers.ts');
  const { takeTasks } = await import('./take-tasks.ts');
  const numbers = selectedNumbers(task, { option: '--task', things: 'tasks', count: tasks.length });
  requireSameBits(directory);
  await takeTasks({ directory, places, tasks, numbers }, choices);
}

/** The tasks of a directory, listed there for those who take them. */
async function tasksIn(directory: string) {
  const { listTasks } = await import('../cluster/task.ts');
  const { placesOf, tasksOf } = await import('../cluster/places.ts');
  const places = placesOf(directory);
  return { places, tasks: listTasks(directory, tasksOf(places)) };
}

/** The same as they stand. */
export async function statesIn(directory: string) {
  const { taskStates } = await import('../cluster/task-states.ts');
  const { places, tasks } = await tasksIn(directory);
  return { places, states: taskStates(directory, places, tasks) };
}

/** The places of a directory that may not be there; nothing is made. */
export async function plannedPlaces(name: string, choices: DirectoryChoices) {
  const { placesOf, placesOfRun, placesOfStudy } = await import('../cluster/places.ts');
  if (await isDirectory(name, choices)) return { directory: name, places: placesOf(name) };
  const { study, spec, directory } = await readSpec(name, choices);
  if (!study) return { directory, places: placesOfRun(directory, spec) };
  const { requirePlaceFor } = await import('../run/study/start-study.ts');
  requirePlaceFor(directory, study);
  return { directory, places: placesOfStudy(directory, study) };
}

type DirectoryChoices = Pick<WorkChoices, 'out' | 'set'>;

/** The directory, made from a spec where that is what is given. */
export async function directoryOf(name: string, choices: DirectoryChoices): Promise<string> {
  if (await isDirectory(name, choices)) return name;
  const { text, study, spec, directory } = await readSpec(name, choices);
  if (study) {
    const { startStudy } = await import('../run/study/start-study.ts');
    startStudy(directory, text, study, choices.set);
  } else {
    const { startRun } = await import('../run/conductor/conductor.ts');
    startRun(directory, text, spec);
  }
  return directory;
}

async function readSpec(name: string, { out, set }: DirectoryChoices) {
  const { openSpec } = await import('./study.ts');
  return openSpec(name, out === undefined ? { set } : { set, out });
}

/** Throws InputError for options that only a spec takes. */
async function isDirectory(name: string, { out, set }: DirectoryChoices): Promise<boolean> {
  const { statSync } = await import('node:fs');
  if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) return false;
  const wrong = out === undefined ? (set.length === 0 ? undefined : '--set') : '--out';
  if (wrong !== undefined)
    throw new InputError(`${wrong}: expected a TOML file beside it, found the directory ${name}`);
  return true;
}
