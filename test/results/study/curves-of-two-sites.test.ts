/** Curves against quadrature: two sites, where every average is known at every temperature and chemical potential. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Value } from '../../../src/results/study/averages-at.ts';
import { curvesOfRuns, readLevelsOf } from '../../../src/results/study/curves.ts';
import { atFilling } from '../../../src/results/study/filling-of-levels.ts';
import { pointRun, studyIn } from './runs-with-levels.ts';
import { exactly, TWO_SITES } from './two-sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-curves-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SPEC = `${TWO_SITES}\nsampling = { method = "local", samples = 2000, warm_up = 50, seed = 3 }`;
const point = (temperature: number, chemicalPotential: number, ...overrides: string[]) =>
  pointRun(studyIn(folder), SPEC, [
    `model.temperature=${temperature}`,
    `model.chemical_potential=${chemicalPotential}`,
    ...overrides,
  ]);

/** A grid in both, and a run of another size. */
const runs = [
  point(0.2, 0),
  point(0.4, 0),
  point(0.7, 0),
  point(0.2, 0.6),
  point(0.4, 0.6),
  point(0.3, 0, 'lattice.size=[3]'),
];
const levels = readLevelsOf(runs.slice(0, 5));
if (!levels) throw new Error('no levels');
const curves = curvesOfRuns(runs);

const deviation = ({ mean, error }: Value, truth: number): number => Math.abs(mean - truth) / error;

/** In sigma; errors of 40 units are known to 11 %. */
const LIMIT = 4;

describe.each([
  [0.2, 0],
  [0.3, 0.1],
  [0.55, 0],
  [0.35, 0.5],
  [0.7, 0.2],
])('T = %d, μ = %d', (temperature, chemicalPotential) => {
  const at = levels.at({ temperature, chemicalPotential });
  const { logPartition, ...averages } = exactly(temperature, chemicalPotential);

  it('all averages and functions of them are those of the quadrature', () => {
    expect(at.isReached).toBe(true);
    for (const [name, truth] of Object.entries(averages)) {
      const { value, error } = at.of(name);
      // At half filling the density is 1 in every configuration.
      if (Math.abs(value - truth) < 1e-12) continue;
      expect(deviation({ mean: value, error }, truth), name).toBeLessThan(LIMIT);
      expect(error, name).toBeLessThan(0.02);
    }
  });

  it('log Z', () => {
    const { value, error } = at.logPartition();
    if (temperature === 0.2 && chemicalPotential === 0) return expect(Math.abs(value)).toBeLessThan(1e-9);
    return expect(deviation({ mean: value, error }, logPartition - exactly(0.2).logPartition)).toBeLessThan(LIMIT);
  });
});

it('the peak of C, position and height', () => {
  const [{ specificHeatPeak: peak }] = curves[0].curves;
  if (!peak) throw new Error('no peak');
  expect(deviation(peak.position, 0.44112)).toBeLessThan(LIMIT);
  expect(deviation(peak.height, 0.7704329)).toBeLessThan(LIMIT);
  expect(peak.position.error).toBeLessThan(0.002);
});

it('the chemical potential of a filling, and averages there', () => {
  const found = atFilling(levels, { temperature: 0.3, chemicalPotential: 0 }, 1.1);
  if (!found) throw new Error('no chemical potential');
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (exactly(0.3, middle).density < 1.1) low = middle;
    else high = middle;
  }
  expect(deviation(found.chemicalPotential, low)).toBeLessThan(LIMIT);
  const truths = exactly(0.3, low);
  for (const name of ['energyPerSite', 'nearestNeighbourCorrelation', 'specificHeatPerSite', 'compressibility'])
    expect(deviation(found.of(name), truths[name]), name).toBeLessThan(LIMIT);
  const { mean, error } = found.of('density');
  expect(mean).toBeCloseTo(1.1, 9);
  expect(error).toBeLessThan(1e-6);
});

it('a filling that there is not has none', () => {
  expect(atFilling(levels, { temperature: 0.3, chemicalPotential: 0 }, 2.1)).toBeUndefined();
});

it('are one for each value of the other variable, through the points and between them', () => {
  expect(curves.map(({ size, runs: members }) => [size, members])).toEqual([[[2], [0, 1, 2, 3, 4]]]);
  expect(curves[0].curves.map(({ key, at }) => [key, at])).toEqual([
    ['model.temperature', { 'model.chemical_potential': 0 }],
    ['model.temperature', { 'model.chemical_potential': 0.6 }],
    ['model.chemical_potential', { 'model.temperature': 0.2 }],
    ['model.chemical_potential', { 'model.temperature': 0.4 }],
  ]);
  const [{ x, gaps, effective, observables, logPartition }] = curves[0].curves;
  [0.2, 0.25, 0.3, 0.35, 0.4, 0.475, 0.55, 0.625, 0.7].forEach((value, k) => {
    expect(x[k]).toBeCloseTo(value, 12);
  });
  expect(gaps).toEqual([]);
  expect(effective).toHaveLength(x.length);
  const { value, error } = levels.at({ temperature: 0.4, chemicalPotential: 0 }).of('binderRatio');
  expect([observables.binderRatio.mean[4], observables.binderRatio.error[4]]).toEqual([value, error]);
  const logZ = levels.at({ temperature: 0.4, chemicalPotential: 0 }).logPartition();
  expect([logPartition.mean[4], logPartition.error[4]]).toEqual([logZ.value, logZ.error]);
  expect(logPartition.mean[0]).toBeCloseTo(0, 9);
});

it('runs without levels, and runs without samples, have no curves', () => {
  const without = [0.2, 0.4].map((temperature) => point(temperature, 0, 'sampling.levels=false'));
  expect(curvesOfRuns(without)).toEqual([]);
  expect(curvesOfRuns([])).toEqual([]);
});

it.each(['model.single_ion=0.3', 'model.biquadratic=[0.2]', 'model.exchange=[0.1]', 'model.field=[0,0,0.1]'])(
  '%s: has curves of its own',
  (term) => {
    const found = curvesOfRuns([point(0.2, 0), point(0.4, 0), point(0.2, 0, term), point(0.4, 0, term)]);
    expect(found.map(({ runs: members }) => members)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  },
);
