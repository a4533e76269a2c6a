/** The ratio of partition functions of 2 × 2 sites against quadrature over a dense diagonalisation: test/exact/quadrature.test.ts has the same numbers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readLevelsOf } from '../../../src/results/study/curves.ts';
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
