/** What a program reads of a run: as it was measured, and as the command reports it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatEstimate, observablesFor } from '../../src/index.ts';
import {
  estimateObservables,
  exportRun,
  InputError,
  openRun,
  type Run,
  readConfigurations,
  readModel,
  readSeries,
  runSpec,
  StorageError,
  startRun,
  summariseRun,
} from '../../src/run.ts';
import { modelParameters } from '../../src/spec.ts';
import { LEARNING, newDirectory, SPEC } from './runs.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

describe('a finished run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-test-'));
  let run: Run;
  beforeAll(async () => {
    run = await runSpec(LEARNING, { directory: join(folder, 'run') });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has series by name, without the warm-up', () => {
    const series = readSeries(run);
    const measured = observablesFor(modelParameters(run.spec)).primary.map(({ name }) => name);
    const determinants = [1, 2, 3, 4, 5, 6].map((j) => `logDeterminant_${j}`);
    expect(series.names).toEqual([...measured, 'logRatio', 'logImportance', ...determinants]);
    for (const name of series.names) expect(series.of(name).map(({ length }) => length)).toEqual([200, 200]);
    const mistake = () => series.of('energyPerSites');
    expect(mistake).toThrow(InputError);
    expect(mistake).toThrow('found energyPerSites\n  did you mean energyPerSite?');
  });

  it('has configurations that belong to samples of the series', () => {
    const correlations = readSeries(run).of('nearestNeighbourCorrelation');
    const observable = observablesFor(modelParameters(run.spec)).primary.find(
      ({ name }) => name === 'nearestNeighbourCorrelation',
    );
    const kept = [...readConfigurations(run)];
    expect(kept.map(({ chain }) => chain)).toEqual([...Array(100).fill(1), ...Array(100).fill(2)]);
    for (const { chain, sample, spins } of kept)
      expect(observable?.evaluate(spins, {} as never)).toBe(correlations[chain - 1][sample]);
  });

  it('has the model that it proposes with', () => {
    const card = JSON.parse(readFileSync(join(run.directory, 'models/effective.json'), 'utf8'));
    const model = readModel(run);
    expect(model?.kind).toBe('linear');
    expect([...(model?.parameters ?? [])]).toEqual(Object.values(card.parameters));
  });

  it('is summarised as by `report --json`', () => {
    const { stdout } = spawnSync(process.execPath, [MAIN, 'report', run.directory, '--json'], { encoding: 'utf8' });
    const report = summariseRun(run);
    expect(`${JSON.stringify(report)}\n`).toBe(stdout);
    expect(report.couplings).toHaveLength(2);
    expect(report.observables.energyPerSite.mean).toBeCloseTo(-2.15, 1);
  });

  it('has estimates that can be written with their error', () => {
    const { energyPerSite, specificHeatPerSite } = estimateObservables(run);
    expect(Object.keys(estimateObservables(run))).toEqual(Object.keys(summariseRun(run).observables));
    expect(formatEstimate(energyPerSite)).toMatch(/^-2\.1\d+\(\d+\)$/);
    expect(specificHeatPerSite.kind).toBe('estimate');
  });

  it('is exported', async () => {
    const file = join(folder, 'run.csv');
    await exportRun(run, { format: 'csv', file });
    expect(readFileSync(file, 'utf8')).toMatch(/^chain,sample,warm_up,energyPerSite,/);
    const taken = { format: 'json', file: folder } as const;
    await expect(exportRun(run, taken)).rejects.toThrow(InputError);
  });

  it('says which file is damaged', () => {
    const card = join(run.directory, 'models/effective.json');
    const text = readFileSync(card, 'utf8');
    writeFileSync(card, 'half');
    expect(() => readModel(run)).toThrow(StorageError);
    expect(() => readModel(run)).toThrow(card);
    writeFileSync(card, text);
  });
});

describe('a run that has not begun', () => {
  it('has no series, configurations or estimates, and says so', () => {
    const run = startRun(SPEC, newDirectory());
    expect(readSeries(run).names).toEqual([]);
    expect(() => readSeries(run).of('energyPerSite')).toThrow(
      `${run.directory}: expected samples of energyPerSite, found none: the run has not begun`,
    );
    expect([...readConfigurations(run)]).toEqual([]);
    expect(readModel(run)).toBeUndefined();
    expect(estimateObservables(run)).toEqual({});
    expect(summariseRun(run).samples).toEqual([]);
  });

  it('is none in an empty folder', () => {
    const directory = newDirectory();
    expect(() => openRun(directory)).toThrow(InputError);
  });
});
