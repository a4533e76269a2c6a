/** STUDY/curves.csv: a row per curve, x and observable. */
import type { Value } from './combined-levels.ts';
import type { CurveValues } from './curve.ts';
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
  for (const { size, curves, absoluteLogPartition } of groups)
    for (const curve of curves) {
      const { observables, logPartition } = curve;
      const whole = absoluteLogPartition && { logPartitionFunction: shifted(logPartition, absoluteLogPartition) };
      for (const [name, { mean, error }] of Object.entries({ ...observables, logPartition, ...whole }))
        yield curve.x
          .map((x, index) =>
            line(size, { ...curve.at, [curve.key]: x }, name, mean[index], error[index], curve.effective[index]),
          )
          .join('');
    }
}

/** Values with a constant added that has an error too: an upper estimate of their errors, since the constant falls where chance has raised the curve. */
const shifted = ({ mean, error }: CurveValues, constant: Value): CurveValues => ({
  mean: mean.map((one) => (one === null ? null : one + constant.mean)),
  error: error.map((one) => (one === null ? null : Math.hypot(one, constant.error))),
});

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
