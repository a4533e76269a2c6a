/** RUN/report.html and RUN/figures/*.svg; of a tempered run RUN/report-T=0.05.html and RUN/figures/T=0.05/*.svg for each temperature. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { InputError } from '../../errors.ts';
import type { RunData } from '../../results/summary/run-data.ts';
import type { RunSummary } from '../../results/summary/summary.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { isStandardOutput, writePieces } from '../../store/output.ts';
import { specFile } from '../../store/paths.ts';
import { runFigures } from '../run-figures.ts';
import { runPage } from './run-page.ts';

/** A page that is not written yet. */
export interface DrawnPage {
  readonly html: string;
  /** Undefined unless the run is tempered. */
  readonly temperature: number | undefined;
}

/** The page of a run, or of one temperature of it, whose figures are written to RUN/figures. */
export function drawPage(data: RunData, summary: RunSummary): DrawnPage {
  const { directory, modelFolder } = data.run;
  const temperature = modelFolder === undefined ? undefined : data.spec.model.temperature;
  const figures = runFigures(data, summary);
  const folder = join(directory, 'figures', temperature === undefined ? '' : `T=${temperature}`);
  makeFolder(folder);
  for (const { name, svg } of figures) writeFile(join(folder, `${name}.svg`), `${svg}\n`);
  return { html: runPage(data, summary, figures, readFileSync(specFile(directory), 'utf8')), temperature };
}

/** Writes pages to RUN/report.html unless `file` says otherwise; returns their files. Throws InputError where several are to go to standard output. */
export async function writePages(directory: string, pages: readonly DrawnPage[], file?: string): Promise<string[]> {
  if (pages.length > 1 && file !== undefined && isStandardOutput(file))
    throw new InputError(
      `--html: expected a file, since a tempered run has ${pages.length} pages, found standard output`,
    );
  const target = file ?? join(directory, 'report.html');
  const files = pages.map(({ temperature }) => placeOf(target, temperature));
  for (const [k, { html }] of pages.entries()) await writePieces(files[k], () => [html]);
  return files;
}

function placeOf(target: string, temperature: number | undefined): string {
  if (temperature === undefined) return target;
  const ending = extname(target);
  return `${target.slice(0, target.length - ending.length)}-T=${temperature}${ending}`;
}
