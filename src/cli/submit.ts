/** `spinformer submit`: a run or a study as jobs of a cluster. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { quoted } from '../cluster/job-script.ts';
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
  readonly tasksPerJob: number;
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
    .option('--tasks-per-job <number>', 'tasks that a job takes one after the other', positiveInteger, 1)
    .option('--limit <number>', 'jobs of an array that run at the same time', positiveInteger)
    .option('--max-requeues <number>', 'times that a job is queued again', positiveInteger, 100)
    .option('--module <name>', 'module to load before (repeatable)', collect, [])
    .option('--sbatch <options>', 'further options of sbatch (repeatable)', collect, [])
    .option('--dry-run', 'print the scripts, submit nothing')
    .addHelpText('after', HELP)
    .action(submit);
}

async function submit(name: string, choices: SubmitChoices): Promise<void> {
  if (!choices.slurm)
    throw new InputError('expected --slurm, the only scheduler that submit knows\n  "spinformer work" is for others');
  const { directoryOf, statesIn } = await import('./work.ts');
  const { planJobs, submitJobs } = await import('../cluster/submission.ts');
  const { largestArray } = await import('../cluster/slurm.ts');
  const directory = resolve(await directoryOf(name, choices));
  const states = await statesIn(directory);
  const packing = { tasksPerJob: choices.tasksPerJob, limit: choices.limit, largestArray: largestArray() };
  const jobs = planJobs(states, packing, settingsOf(directory, choices));
  if (jobs.length === 0) process.stderr.write(`${directory}: nothing is left to compute\n`);
  if (choices.dryRun) {
    process.stdout.write(jobs.map(({ script }) => script).join('\n'));
    return;
  }
  for (const [job, number] of submitJobs(directory, jobs, instead(directory)))
    process.stdout.write(`${job}  ${number}\n`);
}

const instead = (directory: string): string =>
  `  without Slurm: spinformer work ${directory} --list shows its tasks, and --task 1, --task 2, … does them, on any machine that sees the directory`;

function settingsOf(directory: string, choices: SubmitChoices) {
  const { partition, account, time, module, sbatch, maxRequeues } = choices;
  const named = Object.entries({ partition, account, time }).filter(([, value]) => value !== undefined);
  return {
    directory,
    madeBy: ['spinformer', ...process.argv.slice(2)].join(' '),
    program: thisProgram(),
    options: [...named.map(([option, value]) => `--${option}=${value}`), ...sbatch],
    modules: module,
    maxRequeues,
  };
}

/** This program on this Node: on all nodes the same bits of the program. */
const thisProgram = (): string => [process.execPath, resolve(process.argv[1])].map(quoted).join(' ');
