/** `spinformer submit`: a run or a study as jobs of a cluster. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { quoted } from '../cluster/job-script.ts';
import type { Places } from '../cluster/places.ts';
import type { Packing } from '../cluster/submission.ts';
import type { TaskState } from '../cluster/task-states.ts';
import { InputError } from '../errors.ts';
import { collect, directoryName, positiveInteger } from './options.ts';

const HELP = `
The directory must be on a file system that all nodes see. Scripts lie in DIR/slurm, with what jobs print. Learning is an array with a task for each point, the
chains are arrays that wait for the learning of their point, the report comes last. Tasks that are stopped before their end are queued again and go on.
submit of a directory submits what is not done. What Slurm knows better goes through: --sbatch "--mem=2G".

Examples:
  spinformer submit study.toml --out /scratch/me/study --slurm --partition main --time 4:00:00 --dry-run
  spinformer submit /scratch/me/study --slurm --time 4:00:00`;

interface SubmitChoices {
  readonly slurm?: boolean;
  readonly out?: string;
  readonly set: readonly string[];
  readonly partition?: string;
  readonly account?: string;
  readonly time?: string;
  readonly tasksPerJob?: number;
  readonly limit?: number;
  readonly maxRequeues: number;
  readonly module: readonly string[];
  readonly sbatch: readonly string[];
  readonly dryRun?: boolean;
}

export function addSubmit(program: Command): void {
  program
    .command('submit')
    .description('submit a run or a study to a cluster')
    .argument('<spec or directory>', 'TOML file, or the directory that was made from one')
    .option('--slurm', 'by Slurm')
    .option('--out <directory>', 'of a TOML file: directory (default: runs/ and the name of the spec)', directoryName)
    .option('--set <section.key=value>', 'of a TOML file: override one value (repeatable)', collect, [])
    .option('--partition <name>', 'as of sbatch')
    .option('--account <name>', 'as of sbatch')
    .option('--time <time>', 'as of sbatch: the longest time of a job')
    .option(
      '--tasks-per-job <number>',
      'tasks that a job takes one after the other (default: one; more where many would take seconds)',
      positiveInteger,
    )
    .option('--limit <number>', 'jobs of an array that run at the same time', positiveInteger)
    .option('--max-requeues <number>', 'times that a job is queued again', positiveInteger, 100)
    .option('--module <name>', 'module to load before (repeatable)', collect, [])
    .option('--sbatch <options>', 'further options of sbatch (repeatable)', collect, [])
    .option('--dry-run', 'print the scripts; make and submit nothing')
    .addHelpText('after', HELP)
    .action(submit);
}

async function submit(name: string, choices: SubmitChoices): Promise<void> {
  if (!choices.slurm)
    throw new InputError('expected --slurm, the only scheduler that submit knows\n  "spinformer work" is for others');
  const { jobOptions } = await import('../cluster/job-options.ts');
  const options = jobOptions(choices);
  const { directory, places, states } = await (choices.dryRun ? plannedStates : madeStates)(name, choices);
  const open = await withoutQueued(directory, states);
  const packing = await packingFor(places, open, choices, options.seconds);
  const { planJobs, submitJobs } = await import('../cluster/submission.ts');
  const jobs = planJobs(open, packing, Object.assign(options, programFor(directory)));
  if (jobs.length === 0)
    tell(`${directory}: nothing is left to submit; spinformer status ${directory} shows how far it is`);
  if (choices.dryRun) {
    process.stdout.write(jobs.map(({ script }) => script).join('\n'));
    return;
  }
  const { requireSameBits } = await import('../cluster/same-bits.ts');
  requireSameBits(directory);
  for (const [job, number] of submitJobs(directory, jobs, instead(directory)))
    process.stdout.write(`${job}  ${number}\n`);
}

const tell = (line: string): boolean => process.stderr.write(`${line}\n`);

const instead = (directory: string): string =>
  `  without Slurm: spinformer work ${directory} --list shows its tasks, and --task 1, --task 2, … does them, on any machine that sees the directory`;

/** The tasks of a directory, which is made where it is not there. */
async function madeStates(name: string, choices: SubmitChoices) {
  const { directoryOf, statesIn } = await import('./work.ts');
  const directory = resolve(await directoryOf(name, choices));
  return { directory, ...(await statesIn(directory)) };
}

/** The tasks that it would have; nothing is written. */
async function plannedStates(name: string, choices: SubmitChoices) {
  const { numberedTasks } = await import('../cluster/task.ts');
  const { tasksOf } = await import('../cluster/places.ts');
  const { taskStates } = await import('../cluster/task-states.ts');
  const { plannedPlaces } = await import('./work.ts');
  const { directory: named, places } = await plannedPlaces(name, choices);
  const directory = resolve(named);
  return { directory, places, states: taskStates(directory, places, numberedTasks(directory, tasksOf(places))) };
}

/** Without the tasks that jobs in the queue are going to take; all of them where Slurm does not say. */
async function withoutQueued(directory: string, states: readonly TaskState[]): Promise<readonly TaskState[]> {
  const { queuedTasks } = await import('../cluster/submitted-jobs.ts');
  const queued = queuedTasks(directory) ?? [];
  const taken = new Set(queued.flatMap(({ tasks }) => tasks));
  const left = states.filter(({ number, task }) => task.kind === 'report' || !taken.has(number));
  const jobs = [...new Set(queued.map(({ job }) => job))];
  if (left.length < states.length)
    tell(`${states.length - left.length} tasks are left out: jobs in the queue have them, ${jobs.join(' ')}`);
  return left;
}

/** Throws InputError where a job would be over before a sample is. */
async function packingFor(
  places: Places,
  states: readonly TaskState[],
  { tasksPerJob, limit }: SubmitChoices,
  seconds: number | undefined,
): Promise<Packing> {
  const { largestArray } = await import('../cluster/slurm.ts');
  const { estimatesOf, requireTimeFor, sensibleShare } = await import('./job-sizes.ts');
  const chains = states.filter(({ task, state }) => task.kind === 'chain' && state !== 'done');
  const estimates = estimatesOf(places, chains, tasksPerJob, seconds);
  if (estimates) requireTimeFor(estimates.sample, seconds);
  const share = tasksPerJob ?? sensibleShare(chains.length, estimates?.chain ?? Infinity);
  if (tasksPerJob === undefined && share > 1) tell(`a job takes up to ${share} tasks, which are short`);
  return { tasksPerJob: share, limit, largestArray: largestArray() };
}

/** This program on this Node: on all nodes the same bits of the program. */
function programFor(directory: string) {
  const [node, file, ...line] = process.argv;
  if (file.endsWith('.ts'))
    tell(
      'the jobs run the sources of this checkout, hundreds of files each; dist/spinformer.mjs, by npm run build, is one',
    );
  return {
    directory,
    madeBy: ['spinformer', ...line].map(quoted).join(' '),
    program: [node, resolve(file)].map(quoted).join(' '),
  };
}
