/** `spinformer status`, `report` and `extend`: what can be done with a run directory. */
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import type { DrawnPage } from '../report/html/files.ts';
import { advanceAndReport } from './advance.ts';
import { positiveInteger } from './options.ts';
import { ignoreClosedOutput } from './output.ts';

export function addInspect(program: Command): void {
  program.command('status').description('how far a run is').argument('<directory>', 'run directory').action(status);
  program
    .command('report')
    .description('observables of a run so far, with error bars')
    .argument('<directory>', 'run directory')
    .option('--json', 'machine-readable output')
    .option(
      '--html [file]',
      'write a page with pictures that needs nothing else; - is standard output (default: report.html of the run)',
    )
    .action(report);
  program
    .command('extend')
    .description('add samples to a finished or interrupted run')
    .argument('<directory>', 'run directory')
    .requiredOption('--samples <number>', 'samples wanted per chain, existing ones included', positiveInteger)
    .option('--workers <number>', 'chains that run at the same time (default: one per core)', positiveInteger)
    .action(extend);
}

async function status(directory: string): Promise<void> {
  const { openRun } = await import('../store/store.ts');
  const { statusText } = await import('../report/status.ts');
  process.stdout.write(statusText(openRun(directory)));
}

interface ReportChoices {
  readonly json?: boolean;
  /** File of the page; true without one. */
  readonly html?: string | true;
}

async function report(directory: string, { json, html }: ReportChoices): Promise<void> {
  const { isStandardOutput, openRun } = await import('../store/store.ts');
  const { reported } = await import('../report/reported.ts');
  const { writeJsonReport } = await import('../report/json-file.ts');
  const drawing = html === undefined ? undefined : await pageDrawing();
  const page = html === true ? undefined : html;
  const takesOutput = page !== undefined && isStandardOutput(page);
  if (takesOutput && json) throw new InputError('expected --json or a page on standard output, found both');
  const pages: DrawnPage[] = [];
  const report = reported(openRun(directory), (...run) => drawing && pages.push(drawing.drawPage(...run)));
  const text = writeJsonReport(directory, report.json);
  (takesOutput ? process.stderr : process.stdout).write(json ? text : report.text);
  const written = await drawing?.writePages(directory, pages, page);
  if (written && !takesOutput) process.stderr.write(written.map((file) => `${file}\n`).join(''));
}

/** Throws before anything is printed where the packages that draw figures are not installed. */
async function pageDrawing() {
  const { withPackagesFor } = await import('../results/optional-packages.ts');
  return withPackagesFor('reports with figures', () => import('../report/html/files.ts'));
}

async function extend(directory: string, choices: { samples: number; workers?: number }): Promise<void> {
  ignoreClosedOutput();
  const { extendTo } = await import('../run/conductor/conductor.ts');
  await advanceAndReport(extendTo(directory, choices.samples), { workers: choices.workers });
}
