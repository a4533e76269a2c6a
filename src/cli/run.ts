/** `spinformer run`: samples a model, or goes on where an earlier attempt ended. */
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import type { Spec } from '../spec/spec.ts';
import type { Study } from '../spec/study.ts';
import type { Run } from '../store/store.ts';
import { advanceAndReport } from './advance.ts';
import { collect, directoryName, notOfOneRun, positiveInteger, runDirectory } from './options.ts';
import { ignoreClosedOutput } from './output.ts';

const HELP = `
The run directory holds everything; the same command resumes it bit-identically. With more sampling.samples than before the run grows; with fewer
nothing is deleted. Any other change of a spec makes a different run, which needs a different directory.

A spec with [sweep] is a study: its directory has a run for each point, in points/. They fill the cores together; a point that fails does not stop the
others. Values may be added to the sweep later: what is there is not computed again.

A chain that was saved in the lab, as a file, is gone on with: its run has the learned model of the page, and chain 1 with all samples that the page has taken,
bit-identical with that of the spec from its start. The other chains begin.

Examples:
  spinformer run examples/local-4x4.toml
  spinformer run examples/local-4x4.toml --out runs/cold --set model.temperature=0.05
  spinformer run examples/talk-6x6.toml --watch
  spinformer run examples/study-order.toml --points 1-8
  spinformer run lab-chain.json --out runs/from-the-lab`;

interface RunChoices {
  readonly out?: string;
  readonly set: readonly string[];
  readonly workers?: number;
  readonly events?: string;
  readonly points?: string;
  readonly watch?: boolean;
}

export function addRun(program: Command): void {
  program
    .command('run')
    .description('sample the model of a spec, or resume; ends with a table of observables')
    .argument('<spec>', 'TOML file, or a chain that was saved in the lab')
    .option('--out <directory>', 'run directory (default: runs/ and the name of the spec)', directoryName)
    .option('--set <section.key=value>', 'override one value of the spec (repeatable)', collect, [])
    .option('--workers <number>', 'chains that run at the same time (default: one per core)', positiveInteger)
    .option('--points <numbers>', 'points of a study, by their numbers in its list: 3,7-9 (default: all)')
    .option('--watch', 'open a window on the run for a browser, until it ends, and print its address')
    .option('--events <file>', 'write what happens as JSON lines; - is standard output')
    .addHelpText('after', HELP)
    .action(run);
}

async function run(file: string, choices: RunChoices): Promise<void> {
  ignoreClosedOutput();
  const { readText } = await import('../store/read-text.ts');
  const { isChainFile } = await import('../chain/chain-file.ts');
  const given = await readText(file, 'spec');
  if (isChainFile(given)) return runTakenUp(file, given, choices);
  const { openSpec } = await import('./study.ts');
  const { text, study, spec, directory } = await openSpec(file, choices, given);
  if (study) await runStudy(directory, text, study, choices);
  else await runOne(directory, text, spec, choices);
}

async function runOne(directory: string, text: string, spec: Spec, choices: RunChoices): Promise<void> {
  const { startRun } = await import('../run/conductor/conductor.ts');
  if (choices.points !== undefined) throw notOfOneRun();
  await advanceStarted(startRun(directory, text, spec), spec, choices);
}

/** A chain from elsewhere has its spec with it. */
async function runTakenUp(file: string, text: string, choices: RunChoices): Promise<void> {
  const { takeUp } = await import('../run/conductor/take-up.ts');
  const { checkAppendable } = await import('../store/store.ts');
  if (choices.points !== undefined) throw notOfOneRun();
  if (choices.set.length > 0)
    throw new InputError(`--set: expected none beside a chain, which has its spec with it, found ${choices.set[0]}`);
  if (choices.events !== undefined) checkAppendable(choices.events, [file]);
  const directory = choices.out ?? runDirectory(file.replace(/\.json$/, ''));
  const { run: started, spec } = takeUp(directory, text, file);
  await advanceStarted(started, spec, choices);
}

async function advanceStarted(started: Run, spec: Spec, choices: RunChoices): Promise<void> {
  const { workers, events } = choices;
  const { directory } = started;
  const { endOfAttempt, fewerWanted } = await import('../run/conductor/fewer-wanted.ts');
  const { samples } = spec.sampling;
  process.stderr.write(`${directory}\n${fewerWanted(started, samples)}`);
  const attempt = { workers, events, samples: endOfAttempt(started, samples) };
  await besideWindow(directory, choices, () => advanceAndReport(started, attempt));
}

async function runStudy(directory: string, text: string, study: Study, choices: RunChoices): Promise<void> {
  const { startStudy } = await import('../run/study/start-study.ts');
  const { fewerOfPoints } = await import('../run/study/fewer-samples.ts');
  const { otherBeginnings } = await import('../run/study/other-beginnings.ts');
  const { idleSeeds } = await import('../spec/sweep/realisations.ts');
  const { advancePoints, selectedPoints } = await import('./study.ts');
  const points = await selectedPoints(study, choices.points);
  startStudy(directory, text, study, choices.set);
  const notes = [fewerOfPoints(directory, points), otherBeginnings(directory, study), idleSeeds(study)];
  process.stderr.write(`${directory}\n${notes.join('')}`);
  await besideWindow(directory, choices, () => advancePoints(directory, study, choices));
}

/** Does something with a window open beside it, where that is wanted: it is closed at the end, whatever that is. */
async function besideWindow(directory: string, { watch }: RunChoices, action: () => Promise<void>): Promise<void> {
  if (!watch) return action();
  const { openWindow } = await import('../watch/window.ts');
  const opened = await openWindow({ directory, port: 0 });
  process.stderr.write(`${opened.url}\n`);
  try {
    await action();
  } finally {
    await opened.close();
  }
}
