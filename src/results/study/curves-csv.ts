/** STUDY/curves.csv: a row per curve, x and observable. */
import type { StudyCurves } from './findings.ts';

const COLUMNS = [
  'size',
  'model.temperature',
  'model.chemical_potential',
  'model.filling',
  'observable',
  'value',
  'error',
  'effectiveSamples',
];

/** The text in pieces; values that the points do not reach are left out. Errors along a curve are correlated. */
export function* curvesCsvPieces(groups: readonly StudyCurves[]): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const { size, curves } of groups)
    for (const curve of curves) {
      for (const [name, { mean, error }] of Object.entries({ ...curve.observables, logPartition: curve.logPartition }))
        yield curve.x
          .map((x, index) =>
            line(size, { ...curve.at, [curve.key]: x }, name, mean[index], error[index], curve.effective[index]),
          )
          .join('');
    }
}

function line(
  size: readonly number[],
  at: Readonly<Record<string, number>>,
  name: string,
  mean: number | null,
  error: number | null,
  effective: number,
): string {
  if (mean === null) return '';
  const place = [at['model.temperature'], at['model.chemical_potential'] ?? '', at['model.filling'] ?? ''];
  return `${[size.join('x'), ...place, name, mean, error ?? '', effective].join(',')}\n`;
}
