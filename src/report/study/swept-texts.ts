/** Swept values as a reader wants them: ranges have many digits that tell nothing apart. */
import type { StudyRow } from '../../results/study/study-rows.ts';
import { valueText } from '../../results/study/value-text.ts';
import type { SweptValue } from '../../spec/study.ts';

/** The text of a value of a key; nothing where the point has none. */
export type SweptTexts = (key: string, value: SweptValue | undefined) => string;

/** Significant digits of numbers that have more of them, as long as these tell all values of the key apart. */
const DIGITS = 5;

export function sweptTexts(keys: readonly string[], rows: readonly StudyRow[]): SweptTexts {
  const rounding = new Set(keys.filter((key) => areApart(rows.map(({ values }) => values[key]))));
  return (key, value) => {
    if (value === undefined) return '';
    return typeof value === 'number' && rounding.has(key) ? rounded(value) : valueText(key, value);
  };
}

const rounded = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** Whether different numbers stay different when they are rounded. */
function areApart(values: readonly (SweptValue | undefined)[]): boolean {
  const numbers = new Set(values.filter((value) => typeof value === 'number'));
  return new Set([...numbers].map(rounded)).size === numbers.size;
}
