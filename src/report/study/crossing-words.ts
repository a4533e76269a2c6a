/** The crossings of a study in words. */
import type { StudyCrossings } from '../../results/study/crossings.ts';
import { valueText } from '../../results/study/value-text.ts';
import { formatWithError } from '../../statistics/format.ts';
import { table } from '../table.ts';
import { sizeWords } from './study-tables.ts';

type Place = StudyCrossings['crossings'][number] | StudyCrossings['withoutCrossing'][number];

/** A table of the crossings of neighbouring sizes, and lines on pairs that have none; nothing where there are no pairs. */
export function crossingTexts(findings: StudyCrossings): string[] {
  return [table(crossingRows(findings)), crossingLines(findings).join('\n')].filter((text) => text !== '');
}

/** The table by rows, the first one its heading; none where nothing crosses. */
export function crossingRows({ crossings, extrapolated }: StudyCrossings): string[][] {
  const found = crossings.map((one) => [
    ...placeCells(one),
    formatWithError(one.position.mean, one.position.error),
    formatWithError(one.value.mean, one.value.error),
  ]);
  const limits = extrapolated.map(({ position, value, ...one }) => [
    ...placeCells(one, 'L → ∞'),
    formatWithError(position.mean, position.error),
    formatWithError(value.mean, value.error),
  ]);
  const heading = crossings.slice(0, 1).map(({ key }) => ['crossings', 'sizes', key, 'value']);
  return [...heading, ...found, ...limits];
}

/** A line on each pair that does not cross once. */
export const crossingLines = ({ withoutCrossing }: StudyCrossings): string[] =>
  withoutCrossing.map((one) => `${placeCells(one).join(', ')}: ${one.reason}`);

function placeCells(one: Pick<Place, 'observable' | 'at'> & Partial<Pick<Place, 'sizes'>>, sizes = sizesWords(one)) {
  const at = Object.entries(one.at ?? {}).map(([key, value]) => `${key} = ${valueText(key, value)}`);
  return [[one.observable, ...at].join(', '), sizes];
}

const sizesWords = ({ sizes }: Partial<Pick<Place, 'sizes'>>): string =>
  (sizes ?? []).map((size) => sizeWords(size)).join(' and ');
