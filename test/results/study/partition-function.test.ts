/** The ratio of partition functions of 2 × 2 sites against quadrature over a dense diagonalisation: test/exact/quadrature.test.ts has the same numbers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { learn } from '../../../src/chain/learning/learn.ts';
import { absoluteLogPartition } from '../../../src/results/study/absolute-log-partition.ts';
import type { CombinedLevels } from '../../../src/results/study/combined-levels.ts';
import { curvesOfRuns, readLevelsOf } from '../../../src/results/study/curves.ts';
import { curvesCsvPieces } from '../../../src/results/study/curves-csv.ts';
import { pointRun, studyIn } from './runs-with-levels.ts';

const LOG_PARTITION = { 0.2: 44.5993693511, 0.1: 88.3779742033 };

it('log Z at β = 10 less log Z at β = 5, from both, with a point between them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-curves-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spec = 'lattice.size = [2, 2]\nsampling = { method = "local", samples = 4000, warm_up = 100, seed = 8 }';
  const runs = [0.2, 0.14, 0.1].map((temperature) =>
    pointRun(studyIn(folder), spec, [`model.temperature=${temperature}`]),
  );
  const ratio = readLevelsOf(runs)?.at({ temperature: 0.1, chemicalPotential: 0 }).logPartition();
  if (!ratio) throw new Error('no levels');
  expect(ratio.error).toBeLessThan(0.02);
  expect(Math.abs(ratio.value - (LOG_PARTITION[0.1] - LOG_PARTITION[0.2])) / ratio.error).toBeLessThan(3.5);
});

it('log Z itself where points are annealed, along the curve between them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-curves-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spec = `lattice.size = [2, 2]
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { samples = 1500, warm_up = 0, chains = 2, seed = 8 }`;
  const point = (temperature: number, method: string) =>
    pointRun(
      studyIn(folder),
      spec,
      [`model.temperature=${temperature}`, `sampling.method=${method}`],
      (one) => learn(one).models,
    );
  const [group] = curvesOfRuns([point(0.2, 'annealed'), point(0.14, 'self-learning'), point(0.1, 'annealed')]);
  const { absoluteLogPartition: absolute } = group;
  if (!absolute) throw new Error('no absolute log Z');
  expect(absolute.points).toBe(2);
  expect(absolute.probability).toBeGreaterThan(1e-3);
  expect(absolute.error).toBeLessThan(0.02);
  const volume = 4 * Math.log(4 * Math.PI);
  expect(Math.abs(absolute.mean - LOG_PARTITION[0.2] - volume) / absolute.error).toBeLessThan(4);
  const rows = [...curvesCsvPieces([{ ...group, values: {}, points: [] }])].join('').split('\n');
  const atTenth = rows
    .find((row) => /^2x2,0\.1,0,,logPartitionFunction,/.test(row))
    ?.split(',')
    .map(Number);
  if (!atTenth) throw new Error('no row');
  expect(atTenth[6]).toBeLessThan(0.03);
  expect(Math.abs(atTenth[5] - LOG_PARTITION[0.1] - volume) / atTenth[6]).toBeLessThan(4);
});

it('is null where no point knows it, and where points do not agree', () => {
  const logPartition = () => ({ value: 1, error: 0.01, changes: Float64Array.of(0.01) });
  const levels = {
    at: () => ({ logPartition }),
    states: { sums: { error: ([change]: Float64Array) => Math.abs(change) } },
  };
  const at = (mean: number) => ({ ensemble: { temperature: 1, chemicalPotential: 0 }, mean, error: 0.01 });
  const of = (...means: number[]) => absoluteLogPartition(levels as unknown as CombinedLevels, means.map(at));
  expect(of()).toBeNull();
  expect(of(5, 5.2)).toBeNull();
  expect(of(5, 5.02)).toMatchObject({ points: 2 });
  expect(of(5)).toMatchObject({ mean: 4, points: 1, probability: null });
});
