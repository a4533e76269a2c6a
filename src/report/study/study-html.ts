/** STUDY/report.html with STUDY/figures, and the pages of the points. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { FoundInStudy } from '../../results/study/findings.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { isStandardOutput, writePieces } from '../../store/store.ts';
import { pointDirectory, type StoredStudy } from '../../store/study.ts';
import { specText } from '../html/spec-text.ts';
import type { RunFigure } from '../run-figures.ts';
import { findingSections } from './finding-sections.ts';
import { HOW_TO_READ_AVERAGES, type ShownAverages, type ShownRows } from './study-averages.ts';
import type { StudyColumns } from './study-columns.ts';
import { HOW_TO_READ, studyFigures } from './study-figures.ts';
import { studyPage } from './study-page.ts';
import { commonWords } from './study-words.ts';
import { unlessRefused } from './unless-refused.ts';

export interface StudyHtml {
  readonly study: StoredStudy;
  /** Those that tell the rows apart. */
  readonly keys: readonly string[];
  readonly rows: readonly StudyRow[];
  readonly columns: StudyColumns;
  readonly found: FoundInStudy;
  /** What figures show instead of the points where these are realisations. */
  readonly averages?: ShownAverages | undefined;
  /** Makes PNG of a figure; undefined where its packages are not installed. */
  readonly toPng: ((svg: string) => Uint8Array) | undefined;
  /** The page; STUDY/report.html where left out. */
  readonly file?: string | undefined;
}

/** Returns the file of the page. */
export async function writeStudyHtml(given: StudyHtml): Promise<string> {
  const { study, keys, rows, columns, found, averages, toPng, file } = given;
  const { directory } = study;
  const words = commonWords(directory, keys, rows);
  const source = words ? `${words.title}; ${words.parameters}; ${words.sampling}.` : '';
  const drawnRows: ShownRows = averages ?? { keys, rows, columns };
  const howToRead = averages ? HOW_TO_READ_AVERAGES : HOW_TO_READ;
  const figures = studyFigures(drawnRows.keys, drawnRows.rows, drawnRows.columns.shown, source, howToRead);
  const sections = findingSections(found, drawnRows.keys, drawnRows.rows, drawnRows.columns.shown, source);
  const drawn = [...figures, ...sections.flatMap((one) => one.figures)];
  await unlessRefused(() => writeFigures(join(directory, 'figures'), drawn, toPng));
  const target = file ?? join(directory, 'report.html');
  const linkTo = linksFrom(isStandardOutput(target) ? '.' : dirname(target), directory);
  const page = studyPage({
    keys,
    rows,
    columns,
    figures,
    howToRead,
    averages,
    found: sections,
    words,
    specText: specText(directory),
    linkTo,
  });
  await writePieces(target, () => [page]);
  return target;
}

function writeFigures(folder: string, figures: readonly RunFigure[], toPng: StudyHtml['toPng']): void {
  makeFolder(folder);
  for (const { name, svg } of figures) {
    writeFile(join(folder, `${name}.svg`), `${svg}\n`);
    if (toPng) writeFile(join(folder, `${name}.png`), toPng(svg));
  }
}

/** Links to the pages of points that there are. */
function linksFrom(folder: string, directory: string): (name: string) => string | undefined {
  return (name) => {
    const page = join(pointDirectory(directory, name), 'report.html');
    return existsSync(page) ? encodeURI(relative(folder, page)) : undefined;
  };
}
