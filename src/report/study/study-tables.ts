/** The rows of a study as tables: one per size of the lattice, where that is swept with something else. */
import { statusWord } from '../../results/study/status-words.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import { keyName, SIZE, sizeText } from '../../results/study/value-text.ts';
import type { SweptValue } from '../../spec/study.ts';
import { type SweptTexts, sweptTexts } from './swept-texts.ts';

export interface StudyTable {
  /** The size in words: `6 × 6`; undefined where there is one table of all points. */
  readonly size?: string;
  /** Keys whose values tell the rows from each other, and their names for a heading. */
  readonly keys: readonly string[];
  readonly keyNames: readonly string[];
  readonly rows: readonly StudyRow[];
  /** Swept values as text, by key. */
  readonly textOf: SweptTexts;
}

export function studyTables(keys: readonly string[], rows: readonly StudyRow[]): StudyTable[] {
  const names = (shown: readonly string[]) => shown.map((key) => keyName(key, keys));
  const others = keys.filter((key) => key !== SIZE);
  const textOf = sweptTexts(keys, rows);
  if (others.length === keys.length || others.length === 0) return [{ keys, keyNames: names(keys), rows, textOf }];
  const bySize = Map.groupBy(rows, ({ values }) => sizeWords(values[SIZE]));
  return [...bySize].map(([size, same]) => ({ size, keys: others, keyNames: names(others), rows: same, textOf }));
}

/** `6 × 6`, or `(3, 1) × (-1, 3)` */
export const sizeWords = (size: SweptValue | undefined): string =>
  Array.isArray(size) ? sizeText(size, ' × ', ', ') : String(size ?? '');

/** The swept values of a row, in the order of the keys. */
export const keyCells = ({ keys, textOf }: StudyTable, { values }: StudyRow): string[] =>
  keys.map((key) => textOf(key, values[key]));

/** What is to be known about a row, in few words; nothing of a point that is done and in order. */
export function remark({ status, warnings, average }: StudyRow): string {
  if (average) return average.note;
  if (status === 'missing' || status === 'failed') return status;
  return [...(status === 'running' ? [statusWord(status)] : []), ...(warnings.length > 0 ? ['see below'] : [])].join(
    ', ',
  );
}
