/** Studies made point by point, by this thread. */
import { chainSeed } from '../../../src/chain/chain-seed.ts';
import { storedSamples } from '../../../src/chain/job.ts';
import { createProgram } from '../../../src/chain/spec-chain.ts';
import type { StudyPointReport } from '../../../src/results/study/read-points.ts';
import type { RunReport } from '../../../src/results/summary/run-json.ts';
import { startRun } from '../../../src/run/conductor/conductor.ts';
import { rungRuns } from '../../../src/run/conductor/rungs.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { advanceChain } from '../../../src/runner/advance-chain.ts';
import { parseSpec } from '../../../src/spec/spec.ts';
import type { SweptValue } from '../../../src/spec/study.ts';
import { makeFolder } from '../../../src/store/files.ts';
import {
  type ListedPoint,
  openStudy,
  pointDirectory,
  type StoredStudy,
  writeStudyList,
} from '../../../src/store/study.ts';

const SPEC = `
[lattice]
size = [2, 2]
[model]
temperature = 0.2
[sampling]
method = "local"
chains = 2
samples = 400
warm_up = 30
`;

/** Points by their values, each with the samples of a chain that are there: as many as are wanted where left out. */
export type Points = readonly (Readonly<Record<string, SweptValue>> & { readonly there?: number })[];

/** A study of short runs in a directory. `there` of a point: its samples; 0 for a point that has not begun. */
export function makeStudy(
  directory: string,
  keys: readonly string[],
  points: Points,
  overrides: readonly string[] = [],
): StoredStudy {
  makeFolder(directory);
  const listed: ListedPoint[] = points.map(({ there: _, ...values }) => ({ name: nameOf(values), values }));
  for (const [k, { values, name }] of listed.entries()) {
    const given = Object.entries(values).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    const { there = Infinity } = points[k];
    if (there > 0) sample(pointDirectory(directory, name), [...overrides, ...given], there);
  }
  writeStudyList(directory, { keys, points: listed });
  return openStudy(directory);
}

const nameOf = (values: ListedPoint['values']): string =>
  Object.entries(values)
    .map(([key, value]) => `${key.split('.')[1]}=${Array.isArray(value) ? value.join('x') : value}`)
    .join(',');

/** Advances the run of a point to so many samples of every chain. A ladder takes the place of the temperature. */
export function sample(directory: string, overrides: readonly string[], samples: number): void {
  const isTempered = overrides.some((one) => one.startsWith('tempering.'));
  const text = isTempered ? SPEC.replace('temperature = 0.2', '') : SPEC;
  const run = startRun(directory, text, parseSpec(text, 'spec.toml', overrides));
  const spec = specOf(run);
  const rungs = rungRuns(run).map((rung) => ({ spec: specOf(rung) }));
  const plan = { seed: chainSeed(spec), samples: Math.min(samples, storedSamples(spec)), checkpointSamples: 100 };
  for (let chain = 1; chain <= spec.sampling.chains; chain++)
    advanceChain(
      createProgram({ spec, rungs: rungs.length > 0 ? rungs : undefined }),
      { ...plan, run, chain, checkpointSeconds: 60, progressSeconds: 60 },
      { stopped: () => false, tell: () => {}, now: () => 0 },
    );
}

/** All sizes with all temperatures. */
export const grid = (sizes: readonly (readonly number[])[], temperatures: readonly number[]): Points =>
  sizes.flatMap((size) =>
    temperatures.map((temperature) => ({ 'lattice.size': size, 'model.temperature': temperature })),
  );

/** The report of a point that is not tempered. */
export function plainReport({ report }: StudyPointReport): RunReport {
  if (!report || 'temperatures' in report) throw new Error('expected the report of a point that is not tempered');
  return report;
}
