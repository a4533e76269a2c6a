/** RUN/report.html and RUN/figures/*.svg; of a tempered run these of all temperatures together, and RUN/report-T=0.05.html and RUN/figures/T=0.05/*.svg for each. */
import { basename, extname, join } from 'node:path';
import { InputError } from '../../errors.ts';
import type { LadderReport } from '../../results/summary/ladder.ts';
import type { RunData } from '../../results/summary/run-data.ts';
import type { RunReport } from '../../results/summary/run-json.ts';
import type { RunSummary } from '../../results/summary/summary.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { isStandardOutput, writePieces } from '../../store/output.ts';
import type { Run } from '../../store/store.ts';
import { type RunFigure, runFigures } from '../run-figures.ts';
import { ladderPage } from './ladder-page.ts';
import { runPage } from './run-page.ts';
import { specText } from './spec-text.ts';

/** A page that is not written yet. */
export interface DrawnPage {
  readonly html: string;
  /** Undefined unless it is the page of one temperature. */
  readonly temperature: number | undefined;
}

/** The page of a run, or of one temperature of it, whose figures are written to RUN/figures. */
export function drawPage(data: RunData, summary: RunSummary): DrawnPage {
  const { directory, modelFolder } = data.run;
  const temperature = modelFolder === undefined ? undefined : data.spec.model.temperature;
  const figures = runFigures(data, summary);
  writeFigures(join(directory, 'figures', temperature === undefined ? '' : `T=${temperature}`), figures);
  return { html: runPage(data, summary, figures, specText(directory)), temperature };
}

/** The page of all temperatures together, which links to theirs. `target`: its file. */
function drawLadderPage(run: Run, report: LadderReport, target: string, chosen?: readonly string[]): DrawnPage {
  const { directory } = run;
  const linkTo = (temperature: number) => basename(placeOf(target, temperature));
  const { html, figures } = ladderPage({ run, report, specText: specText(directory), linkTo, chosen });
  writeFigures(join(directory, 'figures'), figures);
  return { html, temperature: undefined };
}

function writeFigures(folder: string, figures: readonly RunFigure[]): void {
  makeFolder(folder);
  for (const { name, svg } of figures) writeFile(join(folder, `${name}.svg`), `${svg}\n`);
}

/**
 * Writes pages to RUN/report.html unless `file` says otherwise; of a tempered run first those of its temperatures, to which the last one links. Returns their files. Throws InputError where several are to
 * go to standard output. `chosen`: the observables on the page of all temperatures, in place of the usual ones.
 */
export async function writePages(
  run: Run,
  report: RunReport | LadderReport,
  pages: readonly DrawnPage[],
  file?: string,
  chosen?: readonly string[],
): Promise<string[]> {
  const isTempered = 'temperatures' in report;
  if (isTempered && file !== undefined && isStandardOutput(file))
    throw new InputError(
      `--html: expected a file, since a tempered run has ${pages.length + 1} pages, found standard output`,
    );
  const target = file ?? join(run.directory, 'report.html');
  const all = isTempered ? [...pages, drawLadderPage(run, report, target, chosen)] : pages;
  const files = all.map(({ temperature }) => placeOf(target, temperature));
  for (const [k, { html }] of all.entries()) await writePieces(files[k], () => [html]);
  return files;
}

function placeOf(target: string, temperature: number | undefined): string {
  if (temperature === undefined) return target;
  const ending = extname(target);
  return `${target.slice(0, target.length - ending.length)}-T=${temperature}${ending}`;
}
