/** Copies of a run that have grown apart, put together again. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { collect } from '../../src/cluster/collect.ts';
import { checksumOf } from '../../src/store/checksum.ts';
import { chainFolder } from '../../src/store/paths.ts';
import { createRun, lastCheckpoint, openRun, type Run, readConfigurations, readSeries } from '../../src/store/store.ts';
import { writeStudyList } from '../../src/store/study.ts';
import { changed, exampleRun, resolved, rowOf, segment, temporaryFolder } from '../store/example.ts';

function copyOf(run: Run): Run {
  const directory = join(temporaryFolder(), 'copy');
  cpSync(run.directory, directory, { recursive: true });
  return openRun(directory);
}

const samplesOf = (run: Run): number[] => readSeries(run).chains.map(([values]) => values.length);

it('takes over chains, and what goes on from what is there', () => {
  const run = exampleRun();
  segment(run, 1, 0, 5);
  const copy = copyOf(run);
  segment(copy, 1, 5, 9);
  segment(copy, 1, 9, 12);
  segment(copy, 2, 0, 7);
  segment(run, 1, 5, 7);
  expect(collect(run.directory, copy.directory)).toEqual({ segments: 3, runs: 1 });
  expect(samplesOf(run)).toEqual([12, 7]);
  expect(readSeries(run).chains[0][0]).toEqual(Float64Array.from({ length: 12 }, (_, k) => Math.sqrt(k)));
  expect([...readConfigurations(run, 1)].map(({ sample }) => sample)).toEqual([0, 4, 8]);
  expect(lastCheckpoint(run, 1)?.samples).toBe(12);
  // Once is enough.
  expect(collect(run.directory, copy.directory)).toEqual({ segments: 0, runs: 1 });
});

it('names the sample in which copies differ, and takes nothing', () => {
  const run = exampleRun();
  segment(run, 1, 0, 5);
  const copy = copyOf(run);
  segment(copy, 1, 5, 9, (sample) => rowOf(sample + (sample === 6 ? 1e-9 : 0)));
  segment(run, 1, 5, 8);
  segment(copy, 2, 0, 5);
  expect(() => collect(run.directory, copy.directory)).toThrow(
    `energy of sample 6 of chain 1 differs from ${run.directory}`,
  );
  expect(existsSync(chainFolder(run.directory, 2))).toBe(false);
});

it('names a configuration that differs, though what was measured on it does not', () => {
  const run = exampleRun();
  const copy = copyOf(run);
  segment(run, 1, 0, 6);
  const file = segment(copy, 1, 0, 6);
  const other = Float64Array.of(0, 0, 1);
  const bytes = new Uint8Array(other.buffer);
  const database = new DatabaseSync(file);
  database.prepare('UPDATE configurations SET spins = ?, crc = ? WHERE sample = 4').run(bytes, checksumOf(4, bytes));
  database.close();
  expect(() => collect(run.directory, copy.directory)).toThrow('the configuration of sample 4 of chain 1 differs');
});

it('refuses another run, and a copy that is damaged', () => {
  const run = exampleRun();
  const other = createRun(join(temporaryFolder(), 'other'), '', resolved(0.1));
  expect(() => collect(run.directory, other.directory)).toThrow('found another run');
  const copy = copyOf(run);
  changed(segment(copy, 1, 0, 5), 'UPDATE series SET doubles = zeroblob(16) WHERE sample = 3');
  expect(() => collect(run.directory, copy.directory)).toThrow('the bits of sample 3');
  expect(existsSync(chainFolder(run.directory, 1))).toBe(false);
});

it('takes over points that have not begun, and names those that are foreign', () => {
  const [directory, copy] = ['study', 'copy'].map((name) => join(temporaryFolder(), name));
  const point = (name: string) => ({ name, values: { 'model.temperature': 0.1 } });
  const list = (folder: string, names: readonly string[]) => {
    createRun(join(folder, 'points', names[0]), '[model]\n', resolved(), Uint8Array.of(1, 2, 3));
    writeStudyList(folder, { keys: ['model.temperature'], points: names.map(point) });
  };
  list(directory, ['a', 'b']);
  list(copy, ['b']);
  const begun = openRun(join(copy, 'points/b'));
  segment(begun, 1, 0, 5);
  expect(collect(directory, copy)).toEqual({ segments: 1, runs: 1 });
  expect(samplesOf(openRun(join(directory, 'points/b')))).toEqual([5]);
  expect(readFileSync(join(directory, 'points/b/spec.toml'), 'utf8')).toBe('[model]\n');
  // The spins that its chains begin with, without which it could not go on.
  expect([...readFileSync(join(directory, 'points/b/start.npy'))]).toEqual([1, 2, 3]);
  const foreign = join(temporaryFolder(), 'foreign');
  list(foreign, ['c']);
  expect(() => collect(directory, foreign)).toThrow(`${foreign}: expected points of ${directory}, found c`);
  expect(() => collect(directory, exampleRun().directory)).toThrow('found a single run');
});
