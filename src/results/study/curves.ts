/** The curves of a study: continuous in temperature, chemical potential and field, from the levels that its points keep. */

import { presentCount } from '../../lattice/disorder/occupation.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { methodOf } from '../../spec/learns.ts';
import type { Run } from '../../store/store.ts';
import { readRunData, withData } from '../summary/run-data.ts';
import {
  type AbsoluteLogPartition,
  type AbsolutePoint,
  absoluteLogPartition,
  absolutePoint,
} from './absolute-log-partition.ts';
import type { Direction } from './along-field.ts';
import { type CombinedLevels, combinedLevels } from './combined-levels.ts';
import { type Curve, curveThrough } from './curve.ts';
import { fillingCurve } from './filling-curve.ts';
import type { Conditions, Variable } from './joined-samples.ts';
import { type LevelSamples, levelSamples } from './level-samples.ts';
import { pointGroups } from './point-groups.ts';

/** The curves of points that differ in temperature, chemical potential and the strength of a field alone. */
export interface CurvesOfGroup {
  /** Unit cells per direction. */
  readonly size: readonly number[];
  /** The runs that they are made of, by their place in the list of runs. */
  readonly runs: readonly number[];
  /** The direction along which `model.field` of the curves is counted, where the points differ in it. */
  readonly direction?: readonly [number, number, number];
  readonly curves: readonly Curve[];
  /** log Z where `logPartition` of the curves is 0; null where no point knows it. */
  readonly absoluteLogPartition: AbsoluteLogPartition | null;
}

/** Levels in memory at a time, about: 32 MB, and seconds for a curve. */
const MOST_LEVELS = 2 ** 22;

/** The curves of all runs that keep levels, those at the given fillings among them; one lattice size at a time is in memory. Groups in the order of their first run. Throws as openSeries. */
export const curvesOfRuns = (runs: readonly Run[], fillings: readonly number[] = []): CurvesOfGroup[] =>
  pointGroups(runs).flatMap(({ members, parameters, direction }) => {
    const ofGroup = members.map((index) => runs[index]);
    const levels = readLevelsOf(ofGroup, direction);
    const curves = levels ? [...curvesOf(levels), ...atFillings(levels, fillings)] : [];
    if (!levels || curves.length === 0) return [];
    const group = { size: parameters.lattice.spec.size, runs: members, ...(direction ? { direction } : {}) };
    const absolute = ofGroup.flatMap((run) => absoluteOf(run, direction !== undefined) ?? []);
    return [{ ...group, curves, absoluteLogPartition: absoluteLogPartition(levels, absolute) }];
  });

/** Series of runs that do not know log Z are not opened for it. */
function absoluteOf(run: Run, hasFields: boolean): AbsolutePoint | undefined {
  if (!methodOf(specOf(run)).normalised) return undefined;
  return withData(
    () => readRunData(run),
    (data) => absolutePoint(data, hasFields),
  );
}

/** The runs of a group as one; undefined where they hold too little. */
export function readLevelsOf(runs: readonly Run[], direction?: Direction): CombinedLevels | undefined {
  const points = runs.flatMap((run) => withoutSeries(run, Math.floor(MOST_LEVELS / runs.length), direction) ?? []);
  return combinedLevels(points);
}

/** `most`: levels to be read, about. */
const withoutSeries = (run: Run, most: number, direction: Direction | undefined): LevelSamples | undefined =>
  withData(
    () => readRunData(run),
    (data) => levelSamples(data, Math.floor(most / (2 * presentCount(data.parameters.lattice))), direction),
  );

/** A curve through all points that differ in one variable alone, for all values of the others. */
export const curvesOf = (levels: CombinedLevels): Curve[] =>
  levels.variables.flatMap((variable) => {
    const others = levels.variables.filter((other) => other !== variable);
    return linesAlong(levels.ensembles, others).flatMap((line) => {
      const values = ascending(line, variable);
      return values.length < 2 ? [] : [curveThrough(levels, variable, line[0], values)];
    });
  });

/** Against the temperature, and against the field where that varies, whatever the chemical potentials of the points are. */
const atFillings = (levels: CombinedLevels, fillings: readonly number[]): Curve[] =>
  fillings.flatMap((filling) =>
    levels.variables
      .filter((variable) => variable !== 'chemicalPotential')
      .flatMap((variable, _, all) => {
        const others = all.filter((other) => other !== variable);
        return linesAlong(levels.ensembles, others).flatMap((line) => {
          const values = ascending(line, variable);
          const isCurve = variable === 'temperature' || values.length > 1;
          return isCurve ? [fillingCurve(levels, variable, line[0], values, filling)] : [];
        });
      }),
  );

/** Points that have the same values of these variables. */
const linesAlong = (ensembles: readonly Conditions[], fixed: readonly Variable[]): Conditions[][] => [
  ...Map.groupBy(ensembles, (ensemble) => JSON.stringify(fixed.map((variable) => ensemble[variable]))).values(),
];

const ascending = (line: readonly Conditions[], variable: Variable): number[] =>
  [...new Set(line.flatMap((ensemble) => ensemble[variable] ?? []))].sort((a, b) => a - b);
