/** Curves between the points of a study in words: their ends, and the peak of C. */
import type { StudyCurves, StudyFindings } from '../../results/study/findings.ts';
import { isAmong, type StudyRow } from '../../results/study/study-rows.ts';
import { SIZE } from '../../results/study/value-text.ts';
import { FIELD } from '../../spec/sweep/coordinates.ts';
import { formatWithError } from '../../statistics/format.ts';
import { rowNames } from './study-curves.ts';
import { sizeWords } from './study-tables.ts';

/** A line per curve; a line that says so where curves were asked for and no points keep levels. */
export function curveTexts({ curves }: StudyFindings, keys: readonly string[], rows: readonly StudyRow[]): string[] {
  if (!curves) return [];
  if (curves.length === 0)
    return ['no curves: expected two points of a size that keep levels (sampling.levels, sweep.levels), found none'];
  return [['curves between the points, in curves.csv', ...curveLines(curves, keys, rows)].join('\n')];
}

/** A line on each curve: where it ends, and the peak of C. */
export function curveLines(
  groups: readonly StudyCurves[],
  keys: readonly string[],
  rows: readonly StudyRow[],
): string[] {
  return groups.flatMap((group) => {
    const told = [SIZE, 'model.temperature', 'model.chemical_potential', ...(group.direction ? [FIELD] : [])];
    const nameOf = rowNames(keys, rows, told);
    const row = rows.find((one) => isAmong(one, group.points));
    return linesOf(group, row ? nameOf(row) : '');
  });
}

/** `name`: what tells the group from others of its size. */
const linesOf = ({ size, curves }: StudyCurves, name: string): string[] =>
  curves.map(({ key, at, x, realisations, gaps, specificHeatPeak: peak }) => {
    const fixed = Object.entries(at).map(([key, value]) => `${key} = ${value}`);
    const ends = gaps.map(([from, to]) => `not reached from ${from} to ${to}`);
    const averaged = realisations === undefined ? [] : [`average over ${realisations} realisations`];
    const { position, height } = peak ?? {};
    const words =
      position && height
        ? [
            `peak of C/N ${formatWithError(height.mean, height.error)} at ${formatWithError(position.mean, position.error)}`,
          ]
        : [];
    const group = [sizeWords(size), ...(name === '' ? [] : [name])].join(', ');
    return [`${group}: ${key} from ${x[0]} to ${x[x.length - 1]}`, ...fixed, ...averaged, ...ends, ...words].join(', ');
  });
