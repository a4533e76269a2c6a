/** Averages over realisations against quadrature: two sites with random couplings and a random bond. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createModel } from '../../../src/exact/create.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { studyAverages } from '../../../src/results/study/averages.ts';
import { findingsOf } from '../../../src/results/study/findings.ts';
import { studyReports } from '../../../src/results/study/study-reports.ts';
import { gaussLegendre } from '../../gauss-legendre.ts';
import { averagesOver } from './exact-averages.ts';
import { makeStudy } from './study.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-averages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const T = 'model.temperature';
const SEED = 'disorder.seed';
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const TEMPERATURES = [0.2, 0.4];
const DISORDER = { coupling: 1.5, hopping: 1, potential: 0.5 };
const CHAIN = { kind: 'chain', size: [2], boundary: ['open'] } as const;

/** Every average of one realisation, the moments of both orders among them. */
function exactly(seed: number, temperature: number): Record<string, number> {
  const lattice = createLattice({ ...CHAIN, disorder: { ...DISORDER, seed } });
  const model = createModel({ lattice, temperature: 1 }, { route: 'dense' });
  const nodes = gaussLegendre(60).map(([cosine, weight]) => {
    const square = (1 + cosine) / 2;
    return {
      weight,
      levels: model.spectrum(Float64Array.of(0, 0, 1, Math.sqrt(1 - cosine * cosine), 0, cosine)),
      spins: {
        nearestNeighbourCorrelation: cosine,
        magnetization2: square,
        magnetization4: square * square,
        absMagnetization: Math.sqrt(square),
      },
    };
  });
  const all = averagesOver(nodes, 2, temperature, 0);
  return { ...all, susceptibility: (2 * (all.magnetization2 - all.absMagnetization ** 2)) / temperature };
}

const average = (temperature: number, name: string): number =>
  SEEDS.reduce((sum, seed) => sum + exactly(seed, temperature)[name], 0) / SEEDS.length;

const study = makeStudy(
  folder,
  [SEED, T],
  SEEDS.flatMap((seed) => TEMPERATURES.map((temperature) => ({ [SEED]: seed, [T]: temperature }))),
  [
    ...Object.entries(CHAIN).map(([key, value]) => `lattice.${key}=${JSON.stringify(value)}`),
    ...Object.entries(DISORDER).map(([key, value]) => `disorder.${key}=${value}`),
    'sampling.levels=true',
    'sampling.samples=1000',
  ],
);
const reports = studyReports(study);
const averages = studyAverages(reports);

const NAMES = [
  'energyPerSite',
  'freeEnergyMeanPerSite',
  'density',
  'nearestNeighbourCorrelation',
  'magnetization2',
  'absMagnetization',
  'susceptibility',
  'specificHeatPerSite',
  'compressibility',
];
/** In sigma. */
const LIMIT = 4;

describe.each(TEMPERATURES)('T = %d', (temperature) => {
  const found = averages.find(({ values }) => values[T] === temperature);
  if (!found) throw new Error('no average');

  it('is an average over all realisations', () => expect([found.realisations, found.listed]).toEqual([8, 8]));

  it.each(NAMES)('%s is that of the quadratures within statistics', (name) => {
    const { mean, within } = found.observables[name];
    const error = (within as number) / Math.sqrt(SEEDS.length);
    expect(Math.abs((mean as number) - average(temperature, name)) / error).toBeLessThan(LIMIT);
  });

  it.each(NAMES)('%s has the error of the scatter of the quadratures and of statistics', (name) => {
    const { error, between, within } = found.observables[name];
    expect(error).toBeCloseTo((between as number) / Math.sqrt(SEEDS.length), 12);
    const mean = average(temperature, name);
    const scatter = SEEDS.reduce((sum, seed) => sum + (exactly(seed, temperature)[name] - mean) ** 2, 0) / 7;
    const expected = Math.sqrt(scatter + (within as number) ** 2);
    // The scatter is that of these eight: what is open is how statistics adds to it, at most by its own size.
    expect(Math.abs((between as number) - expected)).toBeLessThan(2 * (within as number));
  });

  it('the Binder ratio is that of averaged moments', () => {
    const { mean, error, within } = found.observables.binderRatio;
    const truth = average(temperature, 'magnetization4') / average(temperature, 'magnetization2') ** 2;
    expect(within).toBeNull();
    expect(Math.abs((mean as number) - truth)).toBeLessThan(LIMIT * (error as number));
    const { magnetization2, magnetization4 } = found.observables;
    expect(mean).toBeCloseTo((magnetization4.mean as number) / (magnetization2.mean as number) ** 2, 12);
  });
});

describe('curves between the points', () => {
  const { curves = [] } = findingsOf(reports, { curves: true }).findings;

  it('are one curve, the average of those of the realisations', () => {
    expect(
      curves.map(({ points, curves: all }) => [points.length, all.map(({ realisations }) => realisations)]),
    ).toEqual([[16, [8]]]);
  });

  it.each(['energyPerSite', 'magnetization2', 'specificHeatPerSite', 'binderRatio'])('%s halfway', (name) => {
    const [{ x, observables }] = curves[0].curves;
    const at = x.findIndex((value) => Math.abs(value - 0.3) < 1e-9);
    const truth =
      name === 'binderRatio'
        ? average(0.3, 'magnetization4') / average(0.3, 'magnetization2') ** 2
        : average(0.3, name);
    const { mean, error } = observables[name];
    // Statistics alone keeps the mean much nearer to the truth of these realisations than the error from between them.
    expect(Math.abs((mean[at] as number) - truth)).toBeLessThan(2 * (error[at] as number));
    expect(error[at]).toBeGreaterThan(0);
  });
});
