/** `spinformer report` and `extend`: what can be done with a run directory. */
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import type { DrawnPage } from '../report/html/files.ts';
import { advanceAndReport } from './advance.ts';
import { electronsPerSite, notOfOneRun, positiveInteger } from './options.ts';
import { ignoreClosedOutput } from './output.ts';
import { reportStudy, type StudyReportChoices } from './report-study.ts';

const REPORT_HELP = `
A study has a table per lattice size and a column per observable; table.csv in its directory has all of them, a row per point and
observable. Both may be looked at while they are going on.

Examples:
  spinformer report runs/talk-6x6 --html
  spinformer report runs/order --observables energyPerSite,staggeredBinderRatio
  spinformer report runs/order --scaling temperature --curves`;

/** Throws InputError where one of them is empty. */
function names(text: string): string[] {
  const all = text.split(',').map((name) => name.trim());
  if (all.includes(''))
    throw new InputError(`--observables: expected names separated by commas, found ${JSON.stringify(text)}`);
  return all;
}

export function addInspect(program: Command): void {
  program
    .command('report')
    .description('observables of a run or a study so far, with error bars')
    .argument('<directory>', 'directory of a run or a study')
    .option('--json', 'machine-readable output')
    .option(
      '--html [file]',
      'write a page with pictures that needs nothing else; - is standard output (default: report.html in the directory)',
    )
    .option('--observables <names>', 'of a study or a tempered run: observables to show, separated by commas', names)
    .option(
      '--scaling <key>',
      'of a study of several sizes: critical point and exponents along a swept key, by data collapse',
    )
    .option('--curves', 'of a study whose points keep levels: observables between the points, in curves.csv')
    .option('--fillings <numbers>', 'curves at these electrons per site too, separated by commas', electronsPerSite)
    .addHelpText('after', REPORT_HELP)
    .action(report);
  program
    .command('extend')
    .description('add samples to a finished or interrupted run, or to the points of a study')
    .argument('<directory>', 'directory of a run or a study')
    .requiredOption('--samples <number>', 'samples wanted per chain, existing ones included', positiveInteger)
    .option('--points <numbers>', 'points of a study, by their numbers in its list: 3,7-9 (default: all)')
    .option('--workers <number>', 'chains that run at the same time (default: one per core)', positiveInteger)
    .action(extend);
}

export async function report(directory: string, choices: StudyReportChoices): Promise<void> {
  const { holdsStudy } = await import('../store/study.ts');
  const { isStandardOutput } = await import('../store/store.ts');
  if (holdsStudy(directory)) await reportStudy(directory, choices);
  else await reportRun(directory, choices);
  if (choices.json || (typeof choices.html === 'string' && isStandardOutput(choices.html))) return;
  const { openTasksText } = await import('../report/directory-status.ts');
  process.stdout.write(openTasksText(directory));
}

async function reportRun(
  directory: string,
  { json, html, observables, ...ofStudies }: StudyReportChoices,
): Promise<void> {
  const [wrong] = Object.keys(ofStudies);
  if (wrong !== undefined) throw new InputError(`--${wrong}: expected the directory of a study, found ${directory}`);
  const { isTempered } = await import('../results/summary/ladder.ts');
  const { isStandardOutput, openRun } = await import('../store/store.ts');
  const { reported } = await import('../report/reported.ts');
  const { writeJsonReport } = await import('../report/json-file.ts');
  const drawing = html === undefined ? undefined : await pageDrawing();
  const page = html === true ? undefined : html;
  const takesOutput = page !== undefined && isStandardOutput(page);
  if (takesOutput && json) throw new InputError('expected --json or a page on standard output, found both');
  const pages: DrawnPage[] = [];
  const run = openRun(directory);
  if (observables && !isTempered(run)) throw ofOneTemperature(directory);
  const report = reported(run, (...seen) => drawing && pages.push(drawing.drawPage(...seen)), observables);
  const text = writeJsonReport(directory, report.json);
  (takesOutput ? process.stderr : process.stdout).write(json ? text : report.text);
  const written = await drawing?.writePages(run, report.json, pages, page, observables);
  if (written && !takesOutput) process.stderr.write(written.map((file) => `${file}\n`).join(''));
}

/** Its report has a line for every observable already. */
const ofOneTemperature = (directory: string): InputError =>
  new InputError(
    `--observables: expected the directory of a study or of a tempered run, found ${directory}, whose report has all of them`,
  );

/** Throws before anything is printed where the packages that draw figures are not installed. */
async function pageDrawing() {
  const { withPackagesFor } = await import('../store/optional-packages.ts');
  return withPackagesFor('reports with figures', () => import('../report/html/files.ts'));
}

interface ExtendChoices {
  readonly samples: number;
  readonly points?: string;
  readonly workers?: number;
}

async function extend(directory: string, choices: ExtendChoices): Promise<void> {
  ignoreClosedOutput();
  const { holdsStudy } = await import('../store/study.ts');
  if (holdsStudy(directory)) {
    await extendStudy(directory, choices);
    return;
  }
  if (choices.points !== undefined) throw notOfOneRun();
  const { extendTo } = await import('../run/conductor/conductor.ts');
  await advanceAndReport(extendTo(directory, choices.samples), { workers: choices.workers });
}

async function extendStudy(directory: string, choices: ExtendChoices): Promise<void> {
  const { readStudySpec } = await import('../run/study/start-study.ts');
  const { requireMore } = await import('../run/study/fewer-samples.ts');
  const { writeStudyList } = await import('../store/study.ts');
  const { advancePoints, selectedPoints } = await import('./study.ts');
  const study = readStudySpec(directory);
  requireMore(directory, await selectedPoints(study, choices.points), choices.samples);
  // Refused once, and not by every point, where the study may not be written to.
  writeStudyList(directory, study);
  await advancePoints(directory, study, choices);
}
