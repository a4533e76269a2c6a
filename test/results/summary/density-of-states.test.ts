/** The density of states of a run: two states per site, as many below as above at half filling, errors where spins fluctuate. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { LOG_IMPORTANCE } from '../../../src/chain/sample-row.ts';
import { meanDensityOfStates } from '../../../src/results/summary/density-of-states.ts';
import { readRunData } from '../../../src/results/summary/run-data.ts';
import { advance, startRun } from '../../../src/run/conductor/conductor.ts';
import { parseSpec } from '../../../src/spec/spec.ts';
import { openRun } from '../../../src/store/store.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEXT = `
lattice.size = [4, 4]
model.temperature = 0.1
sampling = { method = "local", chains = 2, samples = 200, warm_up = 100 }
`;

it('averages spectra of configurations after the warm-up', async () => {
  const run = startRun(join(FOLDER, 'run'), TEXT, parseSpec(TEXT, 'spec.toml'));
  await advance(run, { workers: 1 });
  const density = meanDensityOfStates(readRunData(run));
  if (!density) throw new Error('no configurations');
  const { energies, mean, error, broadening, configurations } = density;
  // Every second sample of 2 × 200.
  expect(configurations).toBe(100);
  expect(broadening).toBe(0.1);
  const step = energies[1] - energies[0];
  const integral = mean.reduce((sum, value) => sum + value * step, 0);
  // Lorentzians have 2η/π(E_max + 3η) or so of their weight beyond the ends.
  expect(integral).toBeGreaterThan(1.9);
  expect(integral).toBeLessThan(2);
  // Levels come in pairs ±E.
  mean.forEach((value, k) => {
    expect(Math.abs(value - mean[mean.length - 1 - k])).toBeLessThan(1e-9);
  });
  expect(Math.min(...error)).toBeGreaterThan(0);
  expect(Math.max(...error)).toBeLessThan(0.05);
});

it('has none where one configuration has nearly all of the weight, as other means have no error bar then', () => {
  const data = readRunData(openRun(join(FOLDER, 'run')));
  const weighted = (logWeight: (sample: number) => number) => ({
    ...data,
    stored: (name: string) =>
      name === LOG_IMPORTANCE ? data.stored(name).map((chain) => chain.map((_, k) => logWeight(k))) : data.stored(name),
  });
  expect(meanDensityOfStates(weighted((sample) => 0.1 * (sample % 7)))?.configurations).toBe(100);
  expect(meanDensityOfStates(weighted((sample) => sample))).toBeUndefined();
});
