/** The command `spinformer reproduce`: the claims of the talk, each computed from nothing. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { directoryName, positiveInteger } from '../src/cli/options.ts';
import { ignoreClosedOutput } from '../src/cli/output.ts';

const HELP = `
Everything that was computed is kept in the folder and not computed again, unless the program has changed since: runs and tasks are kept by version and sources.
Ctrl-C loses at most what came after the last checkpoint.

Examples:
  spinformer reproduce --list
  spinformer reproduce acceptance --quick
  spinformer reproduce all`;

interface ReproduceChoices {
  readonly list?: boolean;
  readonly quick?: boolean;
  readonly out: string;
  readonly workers?: number;
}

export function addReproduce(program: Command): void {
  program
    .command('reproduce')
    .description('compute a claim of the talk: figures, tables, and whether it holds')
    .argument('[name]', 'a claim of --list, or all')
    .option('--list', 'say what there is')
    .option('--quick', 'minutes on two cores, with larger error bars, instead of hours')
    .option('--out <directory>', 'where results are kept', directoryName, 'runs/reproduce')
    .option('--workers <number>', 'computations at a time (default: one per core)', positiveInteger)
    .addHelpText('after', HELP)
    .action(reproduce);
}

async function reproduce(name: string | undefined, choices: ReproduceChoices): Promise<void> {
  const { chosenTargets, listText } = await import('./choose.ts');
  if (choices.list) {
    process.stdout.write(listText());
    return;
  }
  const targets = chosenTargets(name);
  ignoreClosedOutput();
  const { reproduceAll } = await import('./reproduce.ts');
  const { INTERRUPTED } = await import('../src/runner/runner.ts');
  const { quick = false, out, workers = availableParallelism() } = choices;
  const directory = join(out, quick ? 'quick' : 'full');
  const finished = await reproduceAll(targets, { directory, isQuick: quick, workers }, (text) =>
    process.stdout.write(text),
  );
  if (!finished) process.exitCode = INTERRUPTED;
}
