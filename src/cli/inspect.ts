/** `spinformer status`, `report` and `extend`: what can be done with a run directory. */
import type { Command } from 'commander';
import { advanceAndReport } from './advance.ts';
import { positiveInteger } from './options.ts';

export function addInspect(program: Command): void {
  program.command('status').description('how far a run is').argument('<directory>', 'run directory').action(status);
  program
    .command('report')
    .description('observables of a run so far, with error bars')
    .argument('<directory>', 'run directory')
    .option('--json', 'machine-readable output')
    .action(report);
  program
    .command('extend')
    .description('add samples to a finished or interrupted run')
    .argument('<directory>', 'run directory')
    .requiredOption('--samples <number>', 'samples wanted per chain, those at hand included', positiveInteger)
    .option('--workers <number>', 'chains that run at the same time (default: one per core)', positiveInteger)
    .action(extend);
}

async function status(directory: string): Promise<void> {
  const { openRun } = await import('../run/store/store.ts');
  const { statusText } = await import('../report/status.ts');
  process.stdout.write(statusText(openRun(directory)));
}

async function report(directory: string, { json }: { json?: boolean }): Promise<void> {
  const { openRun } = await import('../run/store/store.ts');
  const { summarise } = await import('../run/summary/summary.ts');
  const { runJson, runText } = await import('../report/run.ts');
  const summary = summarise(openRun(directory));
  process.stdout.write(json ? `${JSON.stringify(runJson(summary))}\n` : runText(summary));
}

async function extend(directory: string, choices: { samples: number; workers?: number }): Promise<void> {
  const { extendTo } = await import('../run/job/run.ts');
  await advanceAndReport(extendTo(directory, choices.samples), choices.workers);
}
