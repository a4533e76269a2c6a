/** A study on a page: pictures, tables that link to the pages of the points, the spec. */
import type { StudyRow } from '../../results/study/study-rows.ts';
import { escaped } from '../figures/svg.ts';
import { figureGrid, numberCell, page, pageHeader, paragraphs, row, section, specSection } from '../html/page.ts';
import { wideTable } from '../html/wide-table.ts';
import type { RunFigure } from '../run-figures.ts';
import type { FindingSection } from './finding-sections.ts';
import { errorLines, type ShownAverages, type ShownRows } from './study-averages.ts';
import { constantLines, type StudyColumns, studyCell } from './study-columns.ts';
import { keyCells, remark, type StudyTable, studyTables } from './study-tables.ts';
import { countsWords } from './study-text.ts';
import type { CommonWords } from './study-words.ts';

export interface StudyPage {
  readonly keys: readonly string[];
  readonly rows: readonly StudyRow[];
  readonly columns: StudyColumns;
  readonly figures: readonly RunFigure[];
  /** What holds for all of these. */
  readonly howToRead: string;
  readonly averages?: ShownAverages | undefined;
  readonly found: readonly FindingSection[];
  readonly words: CommonWords | undefined;
  /** The spec as the user wrote it; nothing where it is not known. */
  readonly specText: string;
  /** Where the page of a point is, as seen from this page; undefined where there is none. */
  readonly linkTo: (name: string) => string | undefined;
}

export function studyPage(study: StudyPage): string {
  const { keys, rows, columns, figures, howToRead, found, averages, words, specText } = study;
  const title = words?.title ?? 'Study';
  const parts = [
    header(title, study),
    section('Pictures', figures.length > 0 ? `<p>${howToRead}</p>\n${figureGrid(figures)}` : ''),
    ...found.map((one) => section(one.title, foundTogether(one))),
    averages ? section('Averages over realisations', averageParts(averages)) : '',
    section('Points', tablesOf({ keys, rows, columns }, 'points', study.linkTo).join('\n')),
    section('Warnings', warnings(rows)),
    specSection(specText),
    words ? `<footer>${escaped(`spinformer ${words.version}`)}</footer>` : '',
  ];
  return page(title, parts.filter(Boolean).join('\n'));
}

function header(title: string, { rows, words }: StudyPage): string {
  const lines = [...(words ? [words.parameters, words.sampling] : []), countsWords(rows)];
  return pageHeader(title, paragraphs(lines));
}

function foundTogether({ words, table: [head = [], ...body], lines, figures }: FindingSection): string {
  const cells = body.map((one) => row(one.map(numberCell)));
  const parts = [
    figures.length > 0 ? `<p>${escaped(words)}</p>\n${figureGrid(figures)}` : '',
    body.length > 0 ? wideTable(head, cells) : '',
    ...paragraphs(lines),
  ];
  return parts.filter(Boolean).join('\n');
}

const averageParts = (averages: ShownAverages): string =>
  [...tablesOf(averages, 'averages', () => undefined), ...paragraphs(errorLines(averages))].join('\n');

/** `places`: what the rows are. */
function tablesOf({ keys, rows, columns }: ShownRows, places: string, linkTo: StudyPage['linkTo']): string[] {
  return [
    ...studyTables(keys, rows).map((one) => tableOf(one, columns, linkTo)),
    ...paragraphs(constantLines(columns.constant, places)),
  ];
}

function tableOf(one: StudyTable, columns: StudyColumns, linkTo: StudyPage['linkTo']): string {
  const hasRemarks = one.rows.some((point) => remark(point) !== '');
  const head = [...one.keyNames, ...columns.shown, ...(hasRemarks ? [''] : [])];
  const body = one.rows.map((point) =>
    row([
      ...keyCells(one, point).map((cell, k) => (k === 0 ? linked(cell, linkTo(point.name)) : numberCell(cell))),
      ...columns.shown.map((name) => numberCell(studyCell(point, name))),
      ...(hasRemarks ? [escaped(remark(point))] : []),
    ]),
  );
  const heading = one.size === undefined ? '' : `<h3>${escaped(one.size)}</h3>\n`;
  return heading + wideTable(head, body);
}

const linked = (cell: string, target: string | undefined): string =>
  target === undefined ? numberCell(cell) : `<a href="${escaped(target)}">${numberCell(cell)}</a>`;

function warnings(rows: readonly StudyRow[]): string {
  const warned = rows.filter((one) => one.warnings.length > 0);
  return paragraphs(warned.map((one) => `${one.name}: ${one.warnings.join('; ')}`)).join('\n');
}
