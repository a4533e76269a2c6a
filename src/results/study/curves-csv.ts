/** STUDY/curves.csv: a row per curve, x and observable. */
import { FIELD } from '../../spec/sweep/coordinates.ts';
import { quoted } from '../export/csv.ts';
import type { Value } from './averages-at.ts';
import { coordinateName } from './axis-columns.ts';
import type { Curve, CurveValues } from './curve.ts';
import type { StudyCurves } from './findings.ts';
import { cellOf } from './value-text.ts';

const PLACES = ['model.temperature', 'model.chemical_potential', 'model.filling'];

/** The text in pieces; values that the points do not reach are left out. Errors along a curve are correlated. A field has a column where curves run in it, other swept keys where there are any. */
export function* curvesCsvPieces(groups: readonly StudyCurves[]): Generator<string> {
  const others = [...new Set(groups.flatMap(({ values }) => Object.keys(values)))];
  const places = [...PLACES, ...(groups.some(({ direction }) => direction) ? [FIELD] : [])];
  yield lineOf([
    'size',
    ...places.map((key) => (key === FIELD ? coordinateName(key) : key)),
    ...others,
    'observable',
    'value',
    'error',
    'effectiveSamples',
  ]);
  for (const { size, values, curves, absoluteLogPartition } of groups)
    for (const curve of curves) {
      const shared = others.map((key) => cellOf(key, values[key]));
      const { observables, logPartition } = curve;
      const whole = absoluteLogPartition && { logPartitionFunction: shifted(logPartition, absoluteLogPartition) };
      for (const [name, { mean, error }] of Object.entries({ ...observables, logPartition, ...whole }))
        yield curve.x
          .flatMap((_, index) => {
            const value = mean[index];
            if (value === null || value === undefined) return [];
            const numbers = [value, error[index] ?? '', curve.effective[index]].map(String);
            return lineOf([size.join('x'), ...placeCells(curve, index, places), ...shared, name, ...numbers]);
          })
          .join('');
    }
}

/** Where the curve is at one of its places. */
function placeCells({ at, key, x }: Curve, index: number, places: readonly string[]): string[] {
  const there: Readonly<Record<string, number>> = { ...at, [key]: x[index] };
  return places.map((name) => String(there[name] ?? ''));
}

/** Values with a constant added that has an error too: an upper estimate of their errors, since the constant falls where chance has raised the curve. */
const shifted = ({ mean, error }: CurveValues, constant: Value): CurveValues => ({
  mean: mean.map((one) => (one === null ? null : one + constant.mean)),
  error: error.map((one) => (one === null ? null : Math.hypot(one, constant.error))),
});

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
