/** A study in words: a table per size, a column per observable. */
import type { StudyFindings } from '../../results/study/findings.ts';
import { statusCounts } from '../../results/study/status-words.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import { count } from '../../words/count.ts';
import { table } from '../table.ts';
import { crossingTexts } from './crossing-words.ts';
import { curveTexts } from './curve-words.ts';
import { scalingTexts } from './scaling-words.ts';
import { errorLines, HOW_AVERAGES_ARE_MADE, type ShownAverages, type ShownRows } from './study-averages.ts';
import { constantLines, type StudyColumns, studyCell } from './study-columns.ts';
import { keyCells, remark, type StudyTable, studyTables } from './study-tables.ts';

const NOTHING: StudyFindings = { crossings: [], withoutCrossing: [], extrapolated: [] };

/** Characters of a line of a terminal, at least. */
const WIDTH = 120;
/** Between two columns. */
const GAP = 2;
/** Points whose warnings are printed. */
const MOST_WARNINGS = 20;

/** `width`: of the terminal; without one lines may have any length. `averages`: what is shown instead of the points where these are realisations. */
export function studyText(
  keys: readonly string[],
  rows: readonly StudyRow[],
  columns: StudyColumns,
  findings: StudyFindings = NOTHING,
  width = Number.POSITIVE_INFINITY,
  averages?: ShownAverages,
): string {
  const lines: ShownRows = averages ?? { keys, rows, columns };
  const tables = studyTables(lines.keys, lines.rows).map((one) => withCells(one, lines.columns.shown));
  const shown = lines.columns.shown.slice(
    0,
    Math.min(...tables.map((one) => fittingColumns(one, Math.max(WIDTH, width)))),
  );
  const parts = [
    countsWords(rows),
    ...tables.map((one) => tableText(one, shown.length)),
    ...crossingTexts(findings),
    ...scalingTexts(findings),
    ...curveTexts(findings, lines.keys, lines.rows),
    ...(averages ? averageTexts(averages) : []),
    ...notes(lines, shown, averages ? 'averages' : 'points'),
    ...warningTexts(rows),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The counts of the points, each of which may have several rows. */
export const countsWords = (rows: readonly StudyRow[]): string =>
  statusCounts([...new Map(rows.map((row) => [row.name, row])).values()]);

interface TableCells extends StudyTable {
  /** Two rows of headings, then those of the points: swept values, then observables. */
  readonly cells: readonly (readonly string[])[];
  /** What stands at the end of each of these rows. */
  readonly remarks: readonly string[];
}

/** Names of observables are broken, so that a line has room for more of them. */
function withCells(one: StudyTable, names: readonly string[]): TableCells {
  const broken = names.map(brokenName);
  const cells = [
    [...one.keyNames.map(() => ''), ...broken.map(([first]) => first)],
    [...one.keyNames, ...broken.map(([, second]) => second)],
    ...one.rows.map((row) => [...keyCells(one, row), ...names.map((name) => studyCell(row, name))]),
  ];
  return { ...one, cells, remarks: ['', '', ...one.rows.map(remark)] };
}

function tableText({ size, keys, cells, remarks }: TableCells, columns: number): string {
  const lines = table(cells.map((row, k) => [...row.slice(0, keys.length + columns), remarks[k]]));
  return size === undefined ? lines : `${size}\n${lines}`;
}

/** A name in two parts of about the same length, at a capital letter: staggered, Magnetization2. */
function brokenName(name: string): readonly [string, string] {
  const breaks = [...name.matchAll(/(?<=.)[A-Z_]/g)].map(({ index }) => index);
  if (breaks.length === 0) return ['', name];
  const middle = (at: number) => Math.max(at, name.length - at);
  const best = breaks.reduce((a, b) => (middle(b) < middle(a) ? b : a));
  return [name.slice(0, best), name.slice(best)];
}

/** How many of the observables a line has room for, the first ones; one at least. */
function fittingColumns({ keys, cells, remarks }: TableCells, width: number): number {
  const widths = cells[0].map((_, column) => widest(cells.map((row) => row[column])));
  let free = width - widest(remarks);
  const ends = widths.map((one) => {
    free -= one + GAP;
    return free >= 0;
  });
  return Math.max(1, ends.filter(Boolean).length - keys.length);
}

const widest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0);

/** How averages are made, and what their errors are made of. */
const averageTexts = (averages: ShownAverages): string[] => [
  [HOW_AVERAGES_ARE_MADE, ...errorLines(averages), 'The points one by one are in table.csv.'].join('\n'),
];

function notes({ rows, columns }: ShownRows, shown: readonly string[], places: string) {
  const { shown: wanted, constant } = columns;
  const left = wanted.slice(shown.length);
  const missing = rows.some((row) => shown.some((name) => studyCell(row, name) === 'n/a'));
  const lines = [
    ...constantLines(constant, places),
    ...(left.length > 0 ? [`left out for lack of room: ${left.join(', ')}; --observables a,b,c chooses`] : []),
    ...(missing ? ['n/a: not enough data for an error bar, or what table.csv says'] : []),
  ];
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function warningTexts(rows: readonly StudyRow[]): string[] {
  const warned = rows.filter(({ warnings }) => warnings.length > 0);
  if (warned.length === 0) return [];
  const lines = warned.slice(0, MOST_WARNINGS).map(({ name, warnings }) => `${name}: ${warnings.join('; ')}`);
  return [['warnings', ...lines, ...restWords(warned.length - MOST_WARNINGS)].join('\n')];
}

const restWords = (rest: number): string[] => (rest > 0 ? [`and ${count(rest, 'other')}, which table.csv has`] : []);
