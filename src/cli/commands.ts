/** All commands, and the one that was asked for. Commands load what they need when they run, so that help and mistakes appear at once. */
import { Command } from 'commander';
import { PACKAGE } from '../store/package.ts';
import { addBench } from './bench.ts';
import { addCheck } from './check.ts';
import { addCollect } from './collect.ts';
import { addEvaluate } from './evaluate.ts';
import { addExport } from './export.ts';
import { exitCodeOf } from './failure.ts';
import { addInspect } from './inspect.ts';
import { addLab } from './lab.ts';
import { watchOutput } from './output.ts';
import { addRun } from './run.ts';
import { addSpectra } from './spectra.ts';
import { addStatus } from './status.ts';
import { addSubmit } from './submit.ts';
import { addTrain } from './train.ts';
import { addWatch } from './watch.ts';
import { addWork } from './work.ts';

/** One command of the program. */
export type AddCommand = (program: Command) => void;

const COMMANDS: readonly AddCommand[] = [
  addEvaluate,
  addCheck,
  addRun,
  addTrain,
  addStatus,
  addInspect,
  addExport,
  addSpectra,
  addLab,
  addWork,
  addSubmit,
  addCollect,
  addWatch,
];

/** The program of this process: its commands, and `others` that only a checkout has. */
export async function runCommandLine(others: readonly AddCommand[] = []): Promise<void> {
  const program = new Command('spinformer')
    .description(PACKAGE.description)
    .version(PACKAGE.version)
    .exitOverride()
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 the input is wrong, 130 interrupted.');
  for (const add of [...COMMANDS, ...others, addBench]) add(program);
  watchOutput();
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}
