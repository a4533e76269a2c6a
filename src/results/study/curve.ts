/** A curve through points of a study, in temperature, chemical potential or field. */
import { spell } from '../../spec/spelling.ts';
import type { Propagated } from '../../statistics/multistate/multistate.ts';
import type { AveragesAt, Value } from './averages-at.ts';
import type { CombinedLevels } from './combined-levels.ts';
import type { Conditions, Variable } from './joined-samples.ts';
import { type Peak, peakOf, SPECIFIC_HEAT } from './peak.ts';

/** Curves of all observables on one grid; null where the points do not reach. Errors of neighbouring values are correlated. */
export interface Curve {
  /** The key that varies, as specs write it. */
  readonly key: string;
  /** What stays: the others of temperature, chemical potential, and the field where points differ in it; or the filling. */
  readonly at: Readonly<Record<string, number>>;
  readonly x: readonly number[];
  /** Realisations of disorder that are averaged; left out of a curve of one model. */
  readonly realisations?: number;
  /** Effective samples at every x, those of the realisation that has fewest. */
  readonly effective: readonly number[];
  /** Intervals of x that no samples reach: the curve ends before them and goes on behind them. */
  readonly gaps: readonly (readonly [number, number])[];
  readonly observables: Readonly<Record<string, CurveValues>>;
  /** log Z less that of the first point of the size; null along a filling. */
  readonly logPartition: CurveValues;
  /** The peak of the specific heat along a curve in temperature; null where it has none within. */
  readonly specificHeatPeak: Peak | null;
}

/** CurveValues of one observable by x. */
export interface CurveValues {
  readonly mean: readonly (number | null)[];
  readonly error: readonly (number | null)[];
}

/** Averages at one x; none where the points do not reach. */
interface KnownAverages extends Pick<AveragesAt, 'effective' | 'isReached' | 'names'> {
  readonly values: ReadonlyMap<string, Propagated>;
  readonly logPartition: Propagated | undefined;
}

/** Parts of the interval between neighbouring points. */
const PARTS = 4;

/** The curve through the points at these values of a variable, all of them at the same value of the other. */
export function curveThrough(
  levels: CombinedLevels,
  variable: Variable,
  fixed: Conditions,
  values: readonly number[],
): Curve {
  const x = grid(values);
  const others = levels.variables.filter((other) => other !== variable);
  const averages = x.map((value) => evaluated(levels.at({ ...fixed, [variable]: value })));
  return {
    key: keyOf(variable),
    at: valuesOf(fixed, others),
    x,
    effective: averages.map(({ effective }) => effective),
    gaps: gaps(x, averages),
    observables: Object.fromEntries(
      averages[0].names.map((name) => [name, curveValues(averages.map(({ values }) => asValue(values.get(name))))]),
    ),
    logPartition: curveValues(averages.map(({ logPartition }) => asValue(logPartition))),
    specificHeatPeak:
      variable === 'temperature'
        ? peakOf(
            levels,
            (T) => levels.at({ ...fixed, temperature: T }),
            x,
            averages.map(({ values }) => values.get(SPECIFIC_HEAT)),
          )
        : null,
  };
}

/** The same averages, all of them computed, as plain data: a function would keep the samples of every x in memory. */
const evaluated = ({ effective, isReached, names, of, logPartition }: AveragesAt): KnownAverages => ({
  effective,
  isReached,
  names,
  values: new Map(isReached ? names.map((name) => [name, of(name)]) : []),
  logPartition: isReached ? logPartition() : undefined,
});

/** The key of a variable as specs write it. */
export const keyOf = (variable: Variable): string => `model.${spell(variable, 'snake_case')}`;

/** Values of variables by their keys. */
export const valuesOf = (place: Conditions, variables: readonly Variable[]): Record<string, number> =>
  Object.fromEntries(variables.map((variable) => [keyOf(variable), place[variable] ?? 0]));

/** The values with the ends of equal parts between neighbours. */
export function grid(values: readonly number[]): number[] {
  return values.flatMap((value, k) => {
    const next = values[k + 1];
    if (next === undefined) return [value];
    return Array.from({ length: PARTS }, (_, part) => value + (part * (next - value)) / PARTS);
  });
}

/** Means with their errors by x; null where there is none. */
export function curveValues(all: readonly (Value | undefined)[]): CurveValues {
  const known = all.map((one) => (one && Number.isFinite(one.mean) && Number.isFinite(one.error) ? one : undefined));
  return { mean: known.map((one) => one?.mean ?? null), error: known.map((one) => one?.error ?? null) };
}

const asValue = (one: Propagated | undefined): Value | undefined => one && { mean: one.value, error: one.error };

/** From the last x that is reached to the next one that is. */
export function gaps(
  x: readonly number[],
  averages: readonly Pick<AveragesAt, 'isReached'>[],
): (readonly [number, number])[] {
  return averages.flatMap(({ isReached }, k) => {
    if (isReached || (k > 0 && !averages[k - 1].isReached)) return [];
    const next = averages.findIndex((later, j) => j > k && later.isReached);
    return [[x[Math.max(0, k - 1)], x[next < 0 ? x.length - 1 : next]] as const];
  });
}
