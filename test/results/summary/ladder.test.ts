/** Reports and exports of tempered runs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareSpec } from '../../../src/chain/prepare-spec.ts';
import { createProgram } from '../../../src/chain/spec-chain.ts';
import { reported } from '../../../src/report/reported.ts';
import { exportRun } from '../../../src/results/export/export.ts';
import type { LadderReport } from '../../../src/results/summary/ladder.ts';
import { startRun } from '../../../src/run/conductor/conductor.ts';
import { advanceChain } from '../../../src/runner/advance-chain.ts';
import { parseSpec } from '../../../src/spec/spec.ts';
import type { Run } from '../../../src/store/store.ts';
import { temporaryFolder } from '../../store/example.ts';

const SPEC = `
lattice.size = [2, 2]
sampling = { method = "local", chains = 2, samples = 1500, warm_up = 50 }
tempering.temperatures = [0.1, 0.105, 0.2]
`;
const spec = parseSpec(SPEC, 'spec.toml');

const folder = mkdtempSync(join(tmpdir(), 'spinformer-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let run: Run;
let report: LadderReport;

beforeAll(() => {
  run = startRun(join(folder, 'run'), SPEC, spec);
  const program = createProgram(prepareSpec(spec));
  const plan = { run, seed: spec.sampling.seed, samples: 1550, checkpointSamples: 500 };
  for (const chain of [1, 2])
    advanceChain(
      program,
      { ...plan, chain, checkpointSeconds: 60, progressSeconds: 60 },
      { stopped: () => false, tell: () => {}, now: () => 0 },
    );
  report = reported(run).json as LadderReport;
});

it('has the known averages at every temperature', () => {
  expect(report.temperatures.map(({ temperature }) => temperature)).toEqual([0.1, 0.105, 0.2]);
  const known = [
    { energyPerSite: -2.213019634, staggeredMagnetization2: 0.381405966 },
    undefined,
    { energyPerSite: -2.153307906, staggeredMagnetization2: 0.301002674 },
  ];
  for (const [k, values] of known.entries())
    for (const [name, value] of Object.entries(values ?? {})) {
      const { mean, error } = report.temperatures[k].observables[name];
      expect(Math.abs((mean ?? 0) - value) / (error ?? 0), `${name} ${mean}(${error})`).toBeLessThan(4);
    }
});

it('has the exchange rates, round trips, where configurations come from, and a better ladder where they are uneven', () => {
  const [near, far] = report.exchange;
  expect(near).toMatchObject({ between: [0.1, 0.105] });
  expect(near.rate).toBeGreaterThan(0.9);
  expect(far.rate).toBeLessThan(near.rate ?? 0);
  expect(report.roundTrips.count).toBeGreaterThan(50);
  expect(report.roundTrips.perThousandSteps).toBeCloseTo(report.roundTrips.count / 3, 9);
  const [bottom, between, top] = report.roundTrips.fromHighest;
  expect([bottom, top]).toEqual([0, 1]);
  expect(between).toBeGreaterThan(0);
  // It is much closer to the lowest temperature.
  expect(between).toBeLessThan(0.5);
  const [lowest, middle, highest] = report.suggestedTemperatures ?? [];
  expect([lowest, highest]).toEqual([0.1, 0.2]);
  expect(middle).toBeGreaterThan(0.12);
});

it('counts the costs of each temperature, exchanges included', () => {
  for (const { cost } of report.temperatures) expect(cost.exactEvaluations).toBeGreaterThan(3100);
});

it('is a table with a line per temperature in words', () => {
  const { text } = reported(run);
  expect(text).toContain('local, tempered: 3000 samples at each of 3 temperatures in 2 chains');
  for (const temperature of ['0.1 ', '0.105', '0.2 ']) expect(text).toMatch(new RegExp(`^${temperature}`, 'm'));
  expect(text).toContain('from the top');
  expect(text).toMatch(/round trips through the ladder {2}\d+/);
  expect(text).toContain('configurations should travel faster through temperatures = [0.1, ');
});

it('shows the observables that are asked for, at every temperature', () => {
  const { text } = reported(run, undefined, ['density', 'structureFactor_1_1']);
  expect(text).toMatch(/^T +density +structureFactor_1_1 +order/m);
  const { mean } = report.temperatures[2].observables.structureFactor_1_1;
  const [, ...cells] = /^0\.2 +(\S+) +(\S+) /m.exec(text) ?? [];
  expect(cells[0]).toBe('1(0)');
  expect(Number.parseFloat(cells[1])).toBeCloseTo(mean ?? 0, 1);
  expect(() => reported(run, undefined, ['densty'])).toThrow(
    '--observables: expected names of observables of the run, found densty\n  did you mean density?',
  );
});

it('is exported with a column for the temperature', async () => {
  const file = join(temporaryFolder(), 'run.csv');
  await exportRun('csv', file, { run });
  const [header, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  expect(header).toMatch(/^chain,sample,warm_up,temperature,energyPerSite,/);
  expect(rows.length).toBe(3 * 2 * 1550);
  expect(new Set(rows.map((row) => row.split(',')[3]))).toEqual(new Set(['0.1', '0.105', '0.2']));
});

it('is exported as JSON, each temperature as a run', async () => {
  const file = join(temporaryFolder(), 'run.json');
  await exportRun('json', file, { run });
  const { temperatures } = JSON.parse(readFileSync(file, 'utf8'));
  expect(temperatures.map((one: { spec: { model: { temperature: number } } }) => one.spec.model.temperature)).toEqual([
    0.1, 0.105, 0.2,
  ]);
  expect(temperatures[2].estimates.observables.energyPerSite).toEqual(report.temperatures[2].observables.energyPerSite);
});
