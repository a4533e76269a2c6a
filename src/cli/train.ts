/** `spinformer train`: the first part of a run, its learned model. */
import type { Command } from 'commander';
import type { Spec } from '../spec/spec.ts';
import type { Study } from '../spec/study.ts';
import { collect, directoryName, notOfOneRun, positiveInteger } from './options.ts';
import { ignoreClosedOutput } from './output.ts';

const HELP = `
The run directory is that of spinformer run, which continues from here bit-identically. The model lies in RUN/models/: effective.json, its card, and
effective.safetensors, its weights; spinformer evaluate --model reads it. Of a study, the models of all points.

Example:
  spinformer train examples/talk-6x6.toml --set effective.blocks=2`;

interface TrainChoices {
  readonly out?: string;
  readonly set: readonly string[];
  readonly events?: string;
  readonly points?: string;
  readonly workers?: number;
}

export function addTrain(program: Command): void {
  program
    .command('train')
    .description('learn the effective model of a spec, or resume; ends with how good it is and how it will propose')
    .argument('<spec>', 'TOML file')
    .option('--out <directory>', 'run directory (default: runs/ and the name of the spec)', directoryName)
    .option('--set <section.key=value>', 'override one value of the spec (repeatable)', collect, [])
    .option('--points <numbers>', 'points of a study, by their numbers in its list: 3,7-9 (default: all)')
    .option(
      '--workers <number>',
      'points of a study that are trained at the same time (default: one per core)',
      positiveInteger,
    )
    .option('--events <file>', 'write what happens as JSON lines; - is standard output')
    .addHelpText('after', HELP)
    .action(train);
}

async function train(file: string, choices: TrainChoices): Promise<void> {
  ignoreClosedOutput();
  const { openSpec } = await import('./study.ts');
  const { text, study, spec, directory } = await openSpec(file, choices);
  if (study) await trainStudy(directory, text, study, choices);
  else await trainOne(directory, text, spec, choices);
}

async function trainOne(directory: string, text: string, spec: Spec, { events, points }: TrainChoices): Promise<void> {
  const { requireLearning, startRun, trainRun } = await import('../run/conductor/conductor.ts');
  const { INTERRUPTED } = await import('../runner/runner.ts');
  const { isStandardOutput } = await import('../store/store.ts');
  const { trainingsText } = await import('../report/trainings.ts');
  if (points !== undefined) throw notOfOneRun();
  requireLearning(spec);
  const run = startRun(directory, text, spec);
  process.stderr.write(`${run.directory}\n`);
  const job = await trainRun(run, events);
  const output = events !== undefined && isStandardOutput(events) ? process.stderr : process.stdout;
  if (job) output.write(trainingsText(run, job));
  else process.exitCode = INTERRUPTED;
}

async function trainStudy(directory: string, text: string, study: Study, choices: TrainChoices): Promise<void> {
  const { startStudy } = await import('../run/study/start-study.ts');
  const { otherBeginnings } = await import('../run/study/other-beginnings.ts');
  const { learningPoints, selectedPoints, trainPoints } = await import('./study.ts');
  await learningPoints(await selectedPoints(study, choices.points));
  startStudy(directory, text, study, choices.set);
  process.stderr.write(`${directory}\n${otherBeginnings(directory, study)}`);
  await trainPoints(directory, study, choices);
}
