/** The crossings of a study in words. */
import type { StudyCrossings } from '../../results/study/crossings.ts';
import { formatWithError } from '../../statistics/format.ts';
import { table } from '../table.ts';
import { sizeWords } from './study-tables.ts';

type Place = StudyCrossings['crossings'][number] | StudyCrossings['withoutCrossing'][number];

/** A table of the crossings of neighbouring sizes, and lines on pairs that have none; nothing where there are no pairs. */
export function crossingTexts({ crossings, withoutCrossing, extrapolated }: StudyCrossings): string[] {
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
  const none = withoutCrossing.map((one) => `${placeCells(one).join(', ')}: ${one.reason}`);
  const heading = crossings.slice(0, 1).map(({ key }) => ['crossings', 'sizes', key, 'value']);
  return [table([...heading, ...found, ...limits]), none.join('\n')].filter((text) => text !== '');
}

function placeCells(one: Pick<Place, 'observable' | 'at'> & Partial<Pick<Place, 'sizes'>>, sizes = sizesWords(one)) {
  const at = Object.entries(one.at ?? {}).map(([key, value]) => `${key} = ${[value].flat().join('x')}`);
  return [[one.observable, ...at].join(', '), sizes];
}

const sizesWords = ({ sizes }: Partial<Pick<Place, 'sizes'>>): string =>
  (sizes ?? []).map((size) => sizeWords(size)).join(' and ');
