/** `spinformer train`: the first part of a run, its learned model. */
import type { Command } from 'commander';
import { collect, directoryName, runDirectory } from './options.ts';
import { ignoreClosedOutput } from './output.ts';

const HELP = `
The run directory is that of spinformer run, which continues from here bit-identically. The model lies in RUN/models/: effective.json, its card, and
effective.safetensors, its weights; spinformer evaluate --model reads it.

Example:
  spinformer train examples/talk-6x6.toml --set effective.blocks=2`;

interface TrainChoices {
  readonly out?: string;
  readonly set: readonly string[];
  readonly events?: string;
}

export function addTrain(program: Command): void {
  program
    .command('train')
    .description('learn the effective model of a spec, or resume; ends with how good it is and how it will propose')
    .argument('<spec>', 'TOML file')
    .option('--out <directory>', 'run directory (default: runs/ and the name of the spec)', directoryName)
    .option('--set <section.key=value>', 'override one value of the spec (repeatable)', collect, [])
    .option('--events <file>', 'write what happens as JSON lines; - is standard output')
    .addHelpText('after', HELP)
    .action(train);
}

async function train(file: string, { out, set, events }: TrainChoices): Promise<void> {
  ignoreClosedOutput();
  const { readText } = await import('../store/read-text.ts');
  const { parseSpec } = await import('../spec/spec.ts');
  const { requireLearning, startRun, trainRun } = await import('../run/conductor/conductor.ts');
  const { INTERRUPTED } = await import('../runner/runner.ts');
  const { checkAppendable, isStandardOutput } = await import('../store/store.ts');
  const { trainingsText } = await import('../report/trainings.ts');
  const text = await readText(file, 'spec');
  const spec = parseSpec(text, file, set);
  requireLearning(spec);
  if (events !== undefined) checkAppendable(events, [file]);
  const run = startRun(out ?? runDirectory(file), text, spec);
  process.stderr.write(`${run.directory}\n`);
  const job = await trainRun(run, events);
  const output = events !== undefined && isStandardOutput(events) ? process.stderr : process.stdout;
  if (job) output.write(trainingsText(run, job));
  else process.exitCode = INTERRUPTED;
}
