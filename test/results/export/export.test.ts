/** Exports against the store that they are made from, and disks that refuse them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { csvPieces } from '../../../src/results/export/csv.ts';
import { exportRun, type Format, formatNamed } from '../../../src/results/export/export.ts';
import { runJson } from '../../../src/results/summary/run-json.ts';
import { summarise } from '../../../src/results/summary/summary.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { sampledParameters } from '../../../src/spec/model-parameters.ts';
import { resolveSpec } from '../../../src/spec/spec.ts';
import { readSpins } from '../../../src/store/spins/read-spins.ts';
import { createRun, newSegment, type Run, readConfigurations, readSeries } from '../../../src/store/store.ts';
import { batch, temporaryFolder } from '../../store/example.ts';
import { finishedRun } from './finished-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = finishedRun(join(folder, 'run'));

async function exported(format: Format, of: Run = run, file = join(temporaryFolder(), `export.${format}`)) {
  await exportRun(format, file, { run: of });
  return file;
}

it('CSV: a row per sample, all digits, NaN where nothing was decided', async () => {
  const [head, ...lines] = readFileSync(await exported('csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const { names, chains } = readSeries(run);
  expect(head.split(',')).toEqual(['chain', 'sample', 'warm_up', ...names]);
  const rows = lines.map((line) => line.split(',').map(Number));
  const expected = chains.flatMap((columns, index) =>
    Array.from(columns[0], (_, sample) => [
      index + 1,
      sample,
      Number(sample < 30),
      ...columns.map((column) => column[sample]),
    ]),
  );
  expect(rows).toEqual(expected);
  expect(rows[100][3 + names.indexOf('logRatio')]).toBeNaN();
});

it('CSV: more rows than are written at a time', async () => {
  const long = finishedRun(join(folder, 'long'), ['sampling.samples=2100', 'sampling.chains=1', 'lattice.size=[2,2]']);
  const lines = readFileSync(await exported('csv', long), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.slice(1).map((line) => Number(line.split(',')[1]))).toEqual(Array.from({ length: 2130 }, (_, k) => k));
});

it('CSV: NaN and infinities as they are', () => {
  const wide = createRun(join(temporaryFolder(), 'run'), '', { ...run, version: run.version });
  const writer = newSegment(wide, 1, ['x', 'y'], 0);
  const values = [
    [NaN, 0.1],
    [-0, NaN],
    [-Infinity, NaN],
    [1e300, Infinity],
  ].map((row) => Float64Array.from(row));
  writer.commit(batch(0, 4, (sample) => values[sample]));
  writer.close();
  const rows = [...csvPieces({ run: wide })].join('').split('\n');
  expect(rows).toEqual([
    'chain,sample,warm_up,x,y',
    '1,0,1,NaN,0.1',
    '1,1,1,0,NaN',
    '1,2,1,-Infinity,NaN',
    '1,3,1,1e+300,Infinity',
    '',
  ]);
});

it('JSON: spec, report, formulas and series; NaN is null', async () => {
  const { spec, version, estimates, descriptions, chains } = JSON.parse(readFileSync(await exported('json'), 'utf8'));
  const { names, chains: stored } = readSeries(run);
  expect(resolveSpec(spec)).toEqual(specOf(run));
  expect(version).toBe(run.version);
  expect(estimates).toEqual(JSON.parse(JSON.stringify(runJson(summarise(run)))));
  expect(Object.keys(descriptions)).toEqual(expect.arrayContaining([...names, 'specificHeatPerSite']));
  expect(descriptions.density).toMatchObject({
    formula: 'n = Σ_n f_n/N; 1 at half filling',
    normalisation: 'per site',
  });
  for (const [index, { chain, warmUp, series }] of chains.entries()) {
    expect([chain, warmUp, Object.keys(series)]).toEqual([index + 1, 30, names]);
    const numbers = names.map((name) => series[name].map((value: number | null) => value ?? NaN));
    expect(numbers).toEqual(stored[index].map((column) => [...column]));
  }
});

it('JSON: configurations with their samples, to the bit', async () => {
  const { chains } = JSON.parse(readFileSync(await exported('json'), 'utf8'));
  for (const { chain, configurations } of chains) {
    const found = configurations.map(({ sample, spins }: { sample: number; spins: number[][] }) => ({
      sample,
      spins: Float64Array.from(spins.flat()),
    }));
    expect(found).toEqual([...readConfigurations(run, chain)]);
  }
});

it('OVF: the chain and the sample of every segment', async () => {
  const text = readFileSync(await exported('ovf'), 'utf8');
  const titles = [1, 2].flatMap((chain) =>
    [...readConfigurations(run, chain)].flatMap(({ sample }) =>
      sample < 30 ? [] : `chain ${chain}, sample ${sample}`,
    ),
  );
  expect([...text.matchAll(/^# Title: (.*)$/gm)].map(([, title]) => title)).toEqual(titles);
  expect(text).toContain(`# Segment count: ${titles.length}\n`);
});

it.each(['npy', 'ovf', 'ovf-binary'] as const)('%s: reads back to the bit', async (format) => {
  const { lattice } = sampledParameters(specOf(run));
  const options = { lattice, normalise: false, normaliseName: '--normalise' };
  const stored = [1, 2].flatMap((chain) =>
    [...readConfigurations(run, chain)].flatMap(({ sample, spins }) => (sample < 30 ? [] : [spins.slice()])),
  );
  expect(await readSpins(await exported(format), options)).toEqual(stored);
});

it.each(['h5', 'csv', 'json', 'npy', 'ovf', 'ovf-binary'] as const)(
  '%s: a run without samples is empty, not wrong',
  async (format) => {
    const fresh = createRun(join(temporaryFolder(), 'run'), '', { ...run, version: run.version });
    expect(existsSync(await exported(format, fresh))).toBe(true);
  },
);

it('replaces an older export, and leaves nothing else', async () => {
  const file = join(temporaryFolder(), 'export.csv');
  writeFileSync(file, 'old');
  await exported('csv', run, file);
  expect(readFileSync(file, 'utf8')).toMatch(/^chain,sample/);
  expect(readdirSync(dirname(file))).toEqual(['export.csv']);
});

it.each(['h5', 'csv', 'json'] as const)('%s: says where it cannot write', async (format) => {
  const parent = temporaryFolder();
  const missing = join(parent, 'missing', 'export');
  await expect(exported(format, run, missing)).rejects.toThrow(
    new InputError(`${missing}: cannot be written: its folder does not exist. Make it, or choose another path`),
  );
  const taken = join(parent, 'taken');
  mkdirSync(taken);
  await expect(exported(format, run, taken)).rejects.toThrow(
    new InputError(`${taken}: cannot be written: a directory is in the way. Choose another path`),
  );
  expect(readdirSync(parent)).toEqual(['taken']);
});

it.each(['h5', 'csv', 'json'])('%s: a limit on file sizes ends it with a message and without a file', (format) => {
  const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
  const file = join(temporaryFolder(), `export.${format}`);
  const script = 'ulimit -f 40; exec "$@"';
  const command = [process.execPath, main, 'export', run.directory, '--format', format, '--out', file];
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', ...command], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    1,
    `${file}: cannot be written: the limit on file sizes is reached. What was committed before is safe: raise it (ulimit -f), then run again\n`,
  ]);
  expect(readdirSync(dirname(file))).toEqual([]);
});

it('knows six formats', () => {
  const formats = ['h5', 'csv', 'json', 'npy', 'ovf', 'ovf-binary'];
  expect(formats.map(formatNamed)).toEqual(formats);
  const refusal = (name: string) => `--format: expected h5, csv, json, npy, ovf or ovf-binary, found ${name}`;
  expect(() => formatNamed('hdf')).toThrow(new InputError(`${refusal('hdf')}\n  did you mean h5?`));
  expect(() => formatNamed('jsn')).toThrow(new InputError(`${refusal('jsn')}\n  did you mean json?`));
  expect(() => formatNamed('parquet')).toThrow(new InputError(refusal('parquet')));
});
