/** RUN/report.html and RUN/figures/*.svg. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunData } from '../../results/summary/run-data.ts';
import type { RunSummary } from '../../results/summary/summary.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { writePieces } from '../../store/output.ts';
import { specFile } from '../../store/paths.ts';
import { runFigures } from '../run-figures.ts';
import { runPage } from './run-page.ts';

/** The page, RUN/report.html unless `file` says otherwise, and its figures in RUN/figures; returns the file of the page. */
export async function writeHtmlReport(data: RunData, summary: RunSummary, file?: string): Promise<string> {
  const { directory } = data.run;
  const figures = runFigures(data, summary);
  const folder = join(directory, 'figures');
  makeFolder(folder);
  for (const { name, svg } of figures) writeFile(join(folder, `${name}.svg`), `${svg}\n`);
  const target = file ?? join(directory, 'report.html');
  const page = runPage(data, summary, figures, readFileSync(specFile(directory), 'utf8'));
  await writePieces(target, () => [page]);
  return target;
}
