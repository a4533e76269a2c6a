/** The finite-size scaling of a study in words. */
import type { MeanAndError } from '../../results/study/crossings.ts';
import type { StudyFindings } from '../../results/study/findings.ts';
import { formatWithError } from '../../statistics/format.ts';
import { table } from '../table.ts';

/** A table of critical points and exponents, and lines on what the data do not support. */
export function scalingTexts(findings: StudyFindings): string[] {
  return [table(scalingRows(findings)), scalingLines(findings).join('\n')].filter((text) => text !== '');
}

/** The table by rows, the first one its heading; none where nothing could be fitted. */
export function scalingRows({ scaling = [] }: StudyFindings): string[][] {
  const fitted = scaling.filter(({ unsupported }) => unsupported === null);
  const heading = fitted.slice(0, 1).map(({ key }) => ['scaling', key, 'ν', 'β/ν', 'γ/ν', 'χ²/degrees']);
  const rows = fitted.map((one) => [
    one.observable,
    ...[one.critical, one.nu, one.betaOverNu, one.gammaOverNu].map(cell),
    `${one.chiSquare?.toFixed(1)}/${one.degrees}`,
  ]);
  return [...heading, ...rows];
}

/** A line on each observable that has no scaling. */
export const scalingLines = ({ scaling = [] }: StudyFindings): string[] =>
  scaling.flatMap(({ observable, unsupported }) =>
    unsupported === null ? [] : [`${observable}: no scaling, ${unsupported}`],
  );

function cell(value: MeanAndError | undefined): string {
  if (!value) return '';
  return value.error > 0 ? formatWithError(value.mean, value.error) : `${value.mean}, given`;
}
