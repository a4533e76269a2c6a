/** The curves of a study: continuous in temperature and chemical potential, from the levels that its points keep. */

import type { Ensemble } from '../../exact/averages.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { presentCount } from '../../lattice/disorder/occupation.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Run } from '../../store/store.ts';
import { readRunData, withData } from '../summary/run-data.ts';
import { type CombinedLevels, combinedLevels } from './combined-levels.ts';
import { type Curve, curveThrough, type Variable } from './curve.ts';
import { fillingCurve } from './filling-curve.ts';
import { type LevelSamples, levelSamples } from './level-samples.ts';

/** The curves of points that differ in temperature and chemical potential alone. */
export interface CurvesOfGroup {
  /** Unit cells per direction. */
  readonly size: readonly number[];
  /** The runs that they are made of, by their place in the list of runs. */
  readonly runs: readonly number[];
  readonly curves: readonly Curve[];
}

/** Levels in memory at a time, about: 32 MB, and seconds for a curve. */
const MOST_LEVELS = 2 ** 22;

/** The curves of all runs that keep levels, those at the given fillings among them; one lattice size at a time is in memory. Groups in the order of their first run. Throws as openSeries. */
export const curvesOfRuns = (runs: readonly Run[], fillings: readonly number[] = []): CurvesOfGroup[] =>
  groups(runs).flatMap(({ members, parameters }) => {
    const levels = readLevelsOf(members.map((index) => runs[index]));
    const curves = levels ? [...curvesOf(levels), ...atFillings(levels, fillings)] : [];
    return curves.length === 0 ? [] : [{ size: parameters.lattice.spec.size, runs: members, curves }];
  });

interface Group {
  /** Places in the list of runs. */
  readonly members: readonly number[];
  readonly parameters: ModelParameters;
}

/** Runs that keep levels of the same model, but for temperature and chemical potential. */
function groups(runs: readonly Run[]): Group[] {
  const keeping = runs.flatMap((run, index) => {
    const spec = specOf(run);
    return spec.sampling.levels ? [{ index, parameters: sampledParameters(spec) }] : [];
  });
  return [...Map.groupBy(keeping, ({ parameters }) => modelWords(parameters)).values()].map((members) => ({
    members: members.map(({ index }) => index),
    parameters: members[0].parameters,
  }));
}

/** Everything about a model that decides what its levels are, or how the spins' own energy enters. */
function modelWords({ chemicalPotential: _, temperature: __, tolerance: ___, ...model }: ModelParameters): string {
  return JSON.stringify({ ...model, lattice: model.lattice.spec });
}

/** The same, but for which realisation of disorder it is. */
export function modelWordsWithoutSeed(run: Run): string {
  const spec = specOf(run);
  return modelWords(sampledParameters({ ...spec, disorder: { ...spec.disorder, seed: 0 } }));
}

/** The runs of a group as one; undefined where they hold too little. */
export function readLevelsOf(runs: readonly Run[]): CombinedLevels | undefined {
  const points = runs.flatMap((run) => withoutSeries(run, Math.floor(MOST_LEVELS / runs.length)) ?? []);
  return combinedLevels(points);
}

/** `most`: levels to be read, about. */
const withoutSeries = (run: Run, most: number): LevelSamples | undefined =>
  withData(
    () => readRunData(run),
    (data) => levelSamples(data, Math.floor(most / (2 * presentCount(data.parameters.lattice)))),
  );

const VARIABLES: readonly Variable[] = ['temperature', 'chemicalPotential'];

/** A curve through all points that differ in one variable alone, for every value of the other. */
export const curvesOf = (levels: CombinedLevels): Curve[] =>
  VARIABLES.flatMap((variable) => {
    const other = variable === 'temperature' ? 'chemicalPotential' : 'temperature';
    const lines = Map.groupBy(levels.ensembles, (ensemble) => ensemble[other]);
    return [...lines.values()].flatMap((line) => {
      const values = ascending(line, variable);
      return values.length < 2 ? [] : [curveThrough(levels, variable, line[0], values)];
    });
  });

const atFillings = (levels: CombinedLevels, fillings: readonly number[]): Curve[] =>
  fillings.map((filling) => fillingCurve(levels, ascending(levels.ensembles, 'temperature'), filling));

const ascending = (line: readonly Ensemble[], variable: Variable): number[] =>
  [...new Set(line.map((ensemble) => ensemble[variable]))].sort((a, b) => a - b);
