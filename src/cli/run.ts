/** `spinformer run`: samples a model, or goes on where an earlier attempt ended. */
import type { Command } from 'commander';
import { advanceAndReport } from './advance.ts';
import { collect, directoryName, positiveInteger, runDirectory } from './options.ts';
import { ignoreClosedOutput } from './output.ts';

const HELP = `
The run directory holds everything; the same command resumes it bit-identically. With more sampling.samples than before the run grows; with fewer
nothing is deleted. Any other change of a spec makes a different run, which needs a different directory.

Examples:
  spinformer run examples/local-4x4.toml
  spinformer run examples/local-4x4.toml --out runs/cold --set model.temperature=0.05`;

interface RunChoices {
  readonly out?: string;
  readonly set: readonly string[];
  readonly workers?: number;
  readonly events?: string;
}

export function addRun(program: Command): void {
  program
    .command('run')
    .description('sample the model of a spec, or resume; ends with a table of observables')
    .argument('<spec>', 'TOML file')
    .option('--out <directory>', 'run directory (default: runs/ and the name of the spec)', directoryName)
    .option('--set <section.key=value>', 'override one value of the spec (repeatable)', collect, [])
    .option('--workers <number>', 'chains that run at the same time (default: one per core)', positiveInteger)
    .option('--events <file>', 'write what happens as JSON lines; - is standard output')
    .addHelpText('after', HELP)
    .action(run);
}

async function run(file: string, { out, set, workers, events }: RunChoices): Promise<void> {
  ignoreClosedOutput();
  const { readText } = await import('../store/read-text.ts');
  const { parseSpec } = await import('../spec/spec.ts');
  const { checkAppendable } = await import('../store/store.ts');
  const { startRun } = await import('../run/conductor/conductor.ts');
  const { endOfAttempt, fewerWanted } = await import('../run/conductor/fewer-wanted.ts');
  const directory = out ?? runDirectory(file);
  const text = await readText(file, 'spec');
  const spec = parseSpec(text, file, set);
  if (events !== undefined) checkAppendable(events, [file]);
  const started = startRun(directory, text, spec);
  const { samples } = spec.sampling;
  process.stderr.write(`${directory}\n${fewerWanted(started, samples)}`);
  await advanceAndReport(started, { workers, events, samples: endOfAttempt(started, samples) });
}
