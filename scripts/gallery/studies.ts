/** Pictures of the examples that are studies: figures of their reports. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunFigure } from '../../src/report/run-figures.ts';
import { findingSections } from '../../src/report/study/finding-sections.ts';
import { HOW_TO_READ_AVERAGES, shownAverages } from '../../src/report/study/study-averages.ts';
import { studyTable } from '../../src/report/study/study-columns.ts';
import { studyFigures } from '../../src/report/study/study-figures.ts';
import { commonWords } from '../../src/report/study/study-words.ts';
import { findingsOf } from '../../src/results/study/findings.ts';
import { studyReports } from '../../src/results/study/study-reports.ts';
import { openStudy } from '../../src/store/study.ts';
import { spinformer } from './program.ts';

export const studyPictures: Readonly<Record<string, () => string>> = {
  'study-order': () => pictureOf('study-order', 'staggeredMagnetization2'),
  'study-disorder': () => pictureOf('study-disorder', 'staggeredMagnetization2'),
  'study-magnetisation': () => pictureOf('study-magnetisation', 'curves-field-magnetizationAlongField'),
  'study-spin-flop': () => pictureOf('study-spin-flop', 'magnetizationAlongField'),
  'study-canted': () => pictureOf('study-canted', 'nearestNeighbourCorrelation'),
  'study-lattices': () => pictureOf('study-lattices', 'energyPerSite'),
  'study-triangular': () => pictureOf('study-triangular', 'scalarChirality2'),
  'study-entropy': () => pictureOf('study-entropy', 'entropyPerSite'),
  'study-heisenberg': () => pictureOf('study-heisenberg', 'crossings-correlationLengthRatio'),
};

function pictureOf(example: string, figure: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-gallery-'));
  try {
    const directory = join(folder, example);
    spinformer('run', `examples/${example}.toml`, '--out', directory);
    return figureOf(directory, figure);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The file of this name that `report --html` writes to STUDY/figures, without the pages of all points. */
export function figureOf(directory: string, figure: string): string {
  const reports = studyReports(openStudy(directory));
  const kind = /^(?:crossings|curves)(?=-)/.exec(figure)?.[0];
  const shown = figure.slice(figure.lastIndexOf('-') + 1);
  const points = studyTable(reports, kind === 'crossings' ? undefined : [shown]);
  const averages = shownAverages(reports, points.rows, [shown]);
  const { keys, rows } = averages ?? points;
  const words = commonWords(directory, points.keys, points.rows);
  const source = words ? `${words.title}; ${words.parameters}; ${words.sampling}.` : '';
  const found = () => findingsOf(reports, { curves: kind === 'curves' });
  const drawn: readonly RunFigure[] = kind
    ? findingSections(found(), keys, rows, [shown], source).flatMap(({ figures }) => figures)
    : studyFigures(keys, rows, [figure], source, averages && HOW_TO_READ_AVERAGES);
  const wanted = drawn.find(({ name }) => name === figure);
  if (!wanted) throw new Error(`${directory}: expected a figure ${figure}`);
  return wanted.svg;
}
