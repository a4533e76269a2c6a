/** Curves between the points of a study in words: their ends, and the peak of C. */
import type { StudyCurves, StudyFindings } from '../../results/study/findings.ts';
import { formatWithError } from '../../statistics/format.ts';
import { sizeWords } from './study-tables.ts';

/** A line per curve; a line that says so where curves were asked for and no points keep levels. */
export function curveTexts({ curves }: StudyFindings): string[] {
  if (!curves) return [];
  if (curves.length === 0)
    return ['no curves: expected two points of a size that keep levels (sampling.levels, sweep.levels), found none'];
  return [['curves between the points, in curves.csv', ...curves.flatMap(curveLines)].join('\n')];
}

/** A line on each curve of a size: where it ends, and the peak of C. */
export const curveLines = ({ size, curves }: StudyCurves): string[] =>
  curves.map(({ key, at, x, gaps, specificHeatPeak: peak }) => {
    const fixed = Object.entries(at).map(([name, value]) => `${name} = ${value}`);
    const ends = gaps.map(([from, to]) => `not reached from ${from} to ${to}`);
    const { position, height } = peak ?? {};
    const words =
      position && height
        ? [
            `peak of C/N ${formatWithError(height.mean, height.error)} at ${formatWithError(position.mean, position.error)}`,
          ]
        : [];
    return [`${sizeWords(size)}: ${key} from ${x[0]} to ${x[x.length - 1]}`, ...fixed, ...ends, ...words].join(', ');
  });
