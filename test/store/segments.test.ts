import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError, StorageError } from '../../src/errors.ts';
import {
  lastCheckpoint,
  newSegment,
  openSeries,
  type Run,
  readConfigurations,
  readLevels,
  readSeries,
  samplesWithLevels,
} from '../../src/store/store.ts';
import { batch, changed, exampleRun, NAMES, rowOf, segment } from './example.ts';

const columns = (length: number, values = rowOf) =>
  [0, 1].map((column) => Float64Array.from({ length }, (_, sample) => values(sample)[column]));

const keptSamples = (run: Run) => [...readConfigurations(run, 1)].map(({ sample }) => sample);

it('gives back every bit of what was committed', () => {
  const run = exampleRun();
  const writer = newSegment(run, 1, NAMES, 0);
  writer.commit(batch(0, 5));
  writer.commit(batch(5, 12));
  expect(readSeries(run)).toEqual({ names: NAMES, chains: [columns(12)] });
  expect(lastCheckpoint(run, 1)).toEqual(batch(5, 12).checkpoint);
  expect([...readConfigurations(run, 1)]).toEqual([0, 4, 8].map((sample) => ({ sample, spins: rowOf(sample) })));
  writer.close();
});

it('gives back the levels of the samples that have some, each once, from whatever segment', () => {
  const run = exampleRun();
  segment(run, 1, 0, 600);
  segment(run, 1, 300, 3000);
  const samples = Array.from({ length: 600 }, (_, k) => 5 * k);
  expect([...readLevels(run, 1)]).toEqual(samples.map((sample) => ({ sample, values: rowOf(sample + 1) })));
  expect(samplesWithLevels(run, 1)).toEqual(samples);
});

it('reads segments from before there were levels', () => {
  const run = exampleRun();
  changed(segment(run, 1, 0, 12), 'DROP TABLE levels; PRAGMA user_version = 2');
  segment(run, 1, 12, 17);
  expect(readSeries(run).chains[0]).toEqual(columns(17));
  expect(keptSamples(run)).toEqual([0, 4, 8, 12, 16]);
  expect([...readLevels(run, 1)].map(({ sample }) => sample)).toEqual([15]);
  expect(samplesWithLevels(run, 1)).toEqual([15]);
});

it('starts with nothing', () => {
  const run = exampleRun();
  expect(readSeries(run)).toEqual({ names: [], chains: [] });
  expect(lastCheckpoint(run, 1)).toBeUndefined();
  expect(keptSamples(run)).toEqual([]);
});

it('keeps every bit of NaN, infinities and zeros', () => {
  const run = exampleRun();
  const bits = BigUint64Array.of(
    0x7ff8000000000001n,
    0xfff8dead0000beefn,
    0x8000000000000000n,
    0n,
    1n,
    0xfff0000000000000n,
  );
  const values = (sample: number) => new Float64Array(bits.buffer, 16 * sample, 2);
  segment(run, 1, 0, 3, values);
  const [x, y] = readSeries(run).chains[0].map(({ buffer }) => new BigUint64Array(buffer));
  expect([x[0], y[0], x[1], y[1], x[2], y[2]]).toEqual([...bits]);
});

it.each([-0, NaN, -Infinity])('goes on from a log weight of %d', (logWeight) => {
  const run = exampleRun();
  const writer = newSegment(run, 1, NAMES, 0);
  const { checkpoint, ...rows } = batch(0, 5);
  writer.commit({ ...rows, checkpoint: { ...checkpoint, logWeight, settings: { logImportance: -0 } } });
  writer.close();
  expect(lastCheckpoint(run, 1)).toMatchObject({ logWeight, settings: { logImportance: -0 } });
});

it('has room for more observables than a table of SQLite has columns', () => {
  const run = exampleRun();
  const names = Array.from({ length: 40_000 }, (_, k) => `S_${k}`);
  const writer = newSegment(run, 1, names, 0);
  const values = (sample: number) => Float64Array.from(names, (_, k) => k + sample / 8);
  writer.commit(batch(0, 30, values));
  writer.close();
  const series = readSeries(run);
  expect(series.names).toEqual(names);
  expect([series.chains[0][0][0], series.chains[0][39_999][29]]).toEqual([0, 39_999 + 29 / 8]);
});

it('never writes to an older segment', () => {
  const run = exampleRun();
  const older = segment(run, 1, 0, 5);
  const bytes = readFileSync(older);
  expect(basename(segment(run, 1, 5, 9))).toBe('segment-002.sqlite');
  expect(readFileSync(older)).toEqual(bytes);
  expect(readSeries(run).chains[0]).toEqual(columns(9));
});

it('gives two attempts at once a segment each, and merges them', () => {
  const run = exampleRun();
  const writers = [newSegment(run, 1, NAMES, 0), newSegment(run, 1, NAMES, 0)];
  expect(writers[0].file).not.toBe(writers[1].file);
  writers[0].commit(batch(0, 6));
  writers[1].commit(batch(0, 9));
  writers[0].commit(batch(6, 8));
  segment(run, 1, 8, 13);
  expect(readSeries(run).chains[0]).toEqual(columns(13));
  expect(lastCheckpoint(run, 1)?.samples).toBe(13);
  expect(keptSamples(run)).toEqual([0, 4, 8, 12]);
  for (const writer of writers) writer.close();
});

it('reads up to a gap, which is computed again', () => {
  const run = exampleRun();
  segment(run, 1, 0, 5);
  const lost = segment(run, 1, 5, 9);
  segment(run, 1, 9, 12);
  rmSync(lost);
  expect(readSeries(run).chains[0]).toEqual(columns(5));
  expect(lastCheckpoint(run, 1)).toEqual(batch(0, 5).checkpoint);
  segment(run, 1, 5, 9);
  expect(readSeries(run).chains[0]).toEqual(columns(12));
});

it('skips segments that hold nothing', () => {
  const run = exampleRun();
  newSegment(run, 1, NAMES, 0).close();
  segment(run, 1, 0, 5);
  newSegment(run, 1, NAMES, 5).close();
  writeFileSync(join(run.directory, 'chain-001/segment-004.sqlite'), '');
  expect(readSeries(run).chains[0]).toEqual(columns(5));
  expect(basename(segment(run, 1, 5, 6))).toBe('segment-005.sqlite');
});

it('orders more than 999 segments and chains that begin late', () => {
  const run = exampleRun();
  segment(run, 3, 0, 2);
  writeFileSync(join(run.directory, 'chain-003/segment-1000.sqlite'), '');
  expect(basename(segment(run, 3, 2, 4))).toBe('segment-1001.sqlite');
  const none = [new Float64Array(0), new Float64Array(0)];
  expect(readSeries(run).chains).toEqual([none, none, columns(4)]);
});

it('reads configurations beyond one page', () => {
  const run = exampleRun();
  segment(run, 1, 0, 1500);
  segment(run, 1, 1500, 3000);
  expect(keptSamples(run)).toEqual(Array.from({ length: 750 }, (_, index) => 4 * index));
});

it('reads a run that is too long for the memory one column at a time, and merges its segments as ever', () => {
  const run = exampleRun();
  const names = Array.from({ length: 40_000 }, (_, k) => `S_${k}`);
  const first = Float64Array.from(names.keys());
  const values = (sample: number) => first.map((value) => value + sample / 8);
  const written = (first: number, end: number, of: typeof values) => {
    const writer = newSegment(run, 2, names, first);
    writer.commit({ ...batch(first, end, of), configurations: [] });
    writer.close();
    return writer.file;
  };
  written(0, 70, values);
  written(50, 110, values);
  const series = openSeries(run);
  expect(series.lengths).toEqual([0, 110]);
  for (const column of [0, 123, 39_999])
    expect(series.read(1, column)).toEqual(Float64Array.from({ length: 110 }, (_, sample) => column + sample / 8));
  expect(series.read(1, 7, 69, 71)).toEqual(Float64Array.of(7 + 69 / 8, 7 + 70 / 8));
  series.close();
  const other = written(60, 62, (sample) => values(sample).fill(0.5, 0, sample - 60));
  expect(() => openSeries(run)).toThrow(`${other}: S_0 of sample 61 differs from an earlier segment of the chain`);
});

it('names segments that contradict each other', () => {
  const run = exampleRun();
  segment(run, 1, 0, 5);
  const other = segment(run, 1, 0, 7, (sample) =>
    sample === 3 ? Float64Array.of(1.7320508075688774, 1 / 6) : rowOf(sample),
  );
  expect(() => readSeries(run)).toThrow(StorageError);
  expect(() => readSeries(run)).toThrow(`${other}: energy of sample 3 differs from an earlier segment of the chain`);
});

it('holds the observables of a run fixed', () => {
  const run = exampleRun();
  const { file } = newSegment(run, 1, NAMES, 0);
  segment(run, 1, 0, 5);
  expect(() => newSegment(run, 1, ['energy'], 5)).toThrow(
    new StorageError(
      `${file.replace('001.sqlite', '002.sqlite')}: expected the observables energy, found energy, staggered "m": they stay the same within a run`,
    ),
  );
});

it.each([[['m', 'm']], [['m', 'M', 'm']], [['']]])('refuses the observables %j', (names) => {
  expect(() => newSegment(exampleRun(), 1, names, 0)).toThrow(InputError);
});

it('commits nothing of a batch that is wrong', () => {
  const run = exampleRun();
  const writer = newSegment(run, 1, NAMES, 0);
  writer.commit(batch(0, 5));
  const wrong = batch(5, 9);
  expect(() => writer.commit(batch(6, 9))).toThrow('checkpoint after 9 samples, rows for 8');
  expect(() => writer.commit({ ...wrong, checkpoint: { ...wrong.checkpoint, settings: { step: NaN } } })).toThrow(
    'checkpoint: step must be finite, not NaN',
  );
  expect(readSeries(run).chains[0]).toEqual(columns(5));
  writer.close();
});
