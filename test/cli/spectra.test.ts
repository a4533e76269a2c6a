/** `spinformer spectra` as a user runs it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { densityOfStates } from '../../src/exact/spectrum/density-of-states.ts';
import { specOf } from '../../src/run/conductor/stored-spec.ts';
import { sampledParameters } from '../../src/spec/model-parameters.ts';
import { openRun, readConfigurations } from '../../src/store/store.ts';
import { spinformer } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
const RUN = join(FOLDER, 'run');
const SPEC = `[lattice]
kind = "triangular"
size = [2, 2]
[model]
temperature = 0.4
[sampling]
method = "reweighting"
chains = 2
samples = 400
warm_up = 5
`;

beforeAll(() => {
  const spec = join(FOLDER, 'spec.toml');
  writeFileSync(spec, SPEC);
  expect(spinformer(['run', spec, '--out', RUN]).status).toBe(0);
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

it('prints what is single numbers, with units', () => {
  const { status, stdout } = spinformer(['spectra', RUN, '--configurations', '20', '--chern']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^triangular lattice 2 × 2, periodic, 4 sites; .*\n20 configurations; lines of half width /);
  for (const row of [/^D\(μ\) per site .* 1\/t$/m, /^σ at ω = 0 .* e²\/ħ$/m, /^σ_xy .* e²\/h$/m, /^Chern number /m])
    expect(stdout).toMatch(row);
});

it('has averages over the kept configurations, with their weights', () => {
  const args = ['--energies=-4:4:9', '--broadening', '0.2', '--configurations', '1000', '--sites', '--json'];
  const report = JSON.parse(spinformer(['spectra', RUN, '--no-conductivities', ...args]).stdout);
  const run = openRun(RUN);
  const model = createModel(sampledParameters(specOf(run)));
  const energies = Float64Array.from(report.densityOfStates.omega);
  let [sum, all] = [new Float64Array(9), 0];
  for (const chain of [1, 2])
    for (const { sample, spins } of readConfigurations(run, chain)) {
      if (sample < 5) continue;
      const weight = Math.exp(logImportance(chain, sample));
      const values = densityOfStates(model.spectrum(spins), energies, 0.2, 4);
      sum = sum.map((value, k) => value + weight * values[k]);
      all += weight;
    }
  report.densityOfStates.mean.forEach((mean: number, k: number) => {
    expect(mean).toBeCloseTo(sum[k] / all, 10);
    expect(report.densityOfStates.error[k]).toBeGreaterThan(0);
  });
  expect(report.localDensityOfStates.sites).toHaveLength(4);
  expect([report.opticalConductivity, report.hallConductivity]).toEqual([null, null]);
  expect(report.broadening).toBe(0.2);
});

/** From the export, whose rows are those of the samples. */
function logImportance(chain: number, sample: number): number {
  const file = join(FOLDER, 'samples.csv');
  if (!existsSync(file)) spinformer(['export', RUN, '--format', 'csv', '--out', file]);
  const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const column = head.split(',').indexOf('logImportance');
  const row = rows.find((line) => line.startsWith(`${chain},${sample},`));
  return Number(row?.split(',')[column]);
}

it('has every key that programs rely on', () => {
  const { stdout } = spinformer(['spectra', RUN, '--configurations', '3', '--frequencies', '0:4:5', '--json']);
  const { spectralFunction, opticalConductivity, hallConductivity, densityOfStates } = JSON.parse(stdout);
  expect(densityOfStates.mean).toHaveLength(201);
  expect(spectralFunction.path.length).toBe(spectralFunction.mean.length);
  expect(spectralFunction.mean[0]).toHaveLength(spectralFunction.omega.length);
  expect(opticalConductivity.omega).toEqual([0, 1, 2, 3, 4]);
  expect(opticalConductivity.mean[0]).toBeCloseTo(opticalConductivity.dc.mean, 10);
  expect(opticalConductivity.error).toHaveLength(5);
  expect(hallConductivity).toEqual({ mean: expect.any(Number), error: expect.any(Number) });
});

it('takes named configurations too, at a filling', () => {
  const args = ['--named', 'tetrahedral', '--chern', '--json'];
  for (const [filling, integer] of [
    [0.5, -1],
    [1.5, 1],
  ]) {
    const sets = [
      '--set',
      'model.temperature=0.01',
      '--set',
      `model.filling=${filling}`,
      '--set',
      'lattice.size=[4,4]',
    ];
    const { stdout, status } = spinformer(['spectra', 'examples/triangular-states.toml', ...args, ...sets]);
    expect(status).toBe(0);
    const { chernNumber, hallConductivity, configurations } = JSON.parse(stdout);
    expect(chernNumber).toEqual({ mean: integer, error: null });
    expect([configurations, hallConductivity.error]).toEqual([1, null]);
    expect(Math.sign(hallConductivity.mean)).toBe(integer);
  }
});

it.each([
  [['--named', 'tetrahedral'], 'model.temperature: expected a number greater than 0'],
  [['--named', 'tetrahedral,stripe', '--set', 'model.temperature=0.1'], 'expected one configuration, found 2'],
  [['--named', 'tetrahedral', '--figures'], '--figures: expected a run'],
  [['--seed', '3'], 'expected --seed together with --named random only'],
])('refuses of a spec %j', (args, words) => {
  const { status, stderr } = spinformer(['spectra', 'examples/triangular-states.toml', ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});

it('draws figures beside those of the run, and nothing else', () => {
  const { status, stderr } = spinformer(['spectra', RUN, '--configurations', '2', '--figures']);
  expect(status).toBe(0);
  for (const name of ['density-of-states', 'momenta', 'conductivity']) {
    const file = join(RUN, 'figures', `spectra-${name}.svg`);
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(stderr).toContain(file);
  }
});

it.each([
  [['--path', 'G-Q'], '--path: expected names out of G, K, M joined by hyphens'],
  [['--path', '0,0 1,2,3'], '--path: expected 2 numbers with commas between them, found 1,2,3'],
  [['--path', 'G'], '--path: expected two corners at least, found G'],
  [['--path', '0.1,0.1 0.2,0.2'], '--path: no wave vector of this lattice lies on it'],
  [['--energies', '3:1:10'], 'Expected from:to:count with from < to'],
  [['--broadening', '0'], 'Expected a number greater than 0'],
])('says what is wrong with %j', (args, words) => {
  const { status, stdout, stderr } = spinformer(['spectra', RUN, ...args]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
});
