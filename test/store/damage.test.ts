import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { InputError, StorageError } from '../../src/errors.ts';
import { lastCheckpoint, type Run, readConfigurations, readLevels, readSeries } from '../../src/store/store.ts';
import { batch, changed, exampleRun, rowOf, segment } from './example.ts';

const MOVE_AWAY = ': move it out of the run; the chain goes on from what its other segments hold';

it.each<[string, (file: string) => void, string]>([
  ['truncated to nothing like a database', (file) => truncateSync(file, 50), 'truncated or damaged'],
  ['truncated within the tables', (file) => truncateSync(file, 4096), 'truncated or damaged'],
  ['truncated by its last byte', (file) => truncateSync(file, readFileSync(file).length - 1), 'truncated or damaged'],
  ['text', (file) => writeFileSync(file, 'sample,energy\n'.repeat(1000)), 'truncated or damaged'],
  [
    'short of a value',
    (file) => changed(file, "UPDATE series SET doubles = x'00' WHERE sample = 3"),
    'damaged: sample 3 is missing',
  ],
  ['without a sample', (file) => changed(file, 'DELETE FROM series WHERE sample = 3'), 'damaged: sample 3 is missing'],
])('names a segment that is %s', (_, damage, message) => {
  const run = exampleRun();
  const file = segment(run, 1, 0, 200);
  damage(file);
  expect(() => readSeries(run)).toThrow(StorageError);
  expect(() => readSeries(run)).toThrow(`${file}: ${message}`);
});

it.each([
  ['PRAGMA application_id = 0', 'expected a segment of a chain, found another SQLite database'],
  ["UPDATE segment SET version = '0.0.9'", 'belongs elsewhere: version is 0.0.9 in it, 0.1.0 in the run'],
  ["UPDATE segment SET spec = 'beef'", 'belongs elsewhere: the fingerprint of the spec is beef in it,'],
])('names a segment after %s', (sql, message) => {
  const run = exampleRun();
  const file = segment(run, 1, 0, 5);
  changed(file, sql);
  expect(() => lastCheckpoint(run, 1)).toThrow(StorageError);
  expect(() => lastCheckpoint(run, 1)).toThrow(`${file}: ${message}`);
});

it.each([
  [1, 'an older'],
  [9, 'a newer'],
])('says who reads a segment of format %d', (format, whose) => {
  const run = exampleRun();
  const file = segment(run, 1, 0, 5);
  changed(file, `PRAGMA user_version = ${format}`);
  expect(() => readSeries(run)).toThrow(
    new InputError(
      `${file}: expected a segment of format 2 or 3, found format ${format}, of ${whose} spinformer: go on with that one, or choose another directory`,
    ),
  );
});

it.each([
  ['UPDATE series SET doubles = zeroblob(16) WHERE sample = 2', (run: Run) => readSeries(run), 'sample 2'],
  [
    'UPDATE checkpoint SET random_position = random_position + 1',
    (run: Run) => lastCheckpoint(run, 1),
    'the checkpoint',
  ],
  [
    'UPDATE configurations SET spins = zeroblob(24)',
    (run: Run) => [...readConfigurations(run, 1)],
    'the configuration',
  ],
  ['UPDATE levels SET doubles = zeroblob(8)', (run: Run) => [...readLevels(run, 1)], 'the levels'],
])('finds contents that are not what was written: %s', (change, read, what) => {
  const run = exampleRun();
  const file = segment(run, 1, 0, 5);
  changed(file, change);
  expect(() => read(run)).toThrow(StorageError);
  expect(() => read(run)).toThrow(`the bits of ${what}`);
});

it.each([
  ['DELETE FROM series WHERE sample = 15000', 'damaged: sample 15000 is missing'],
  ["UPDATE series SET doubles = x'00' WHERE sample = 24999", 'damaged: sample 24999 is missing'],
  ['UPDATE series SET doubles = zeroblob(16) WHERE sample = 20000', 'the bits of sample 20000 are not'],
  ["UPDATE series SET doubles = '0123456789abcdef' WHERE sample = 20000", 'the bits of sample 20000 are not'],
  ["UPDATE series SET doubles = 'ä23456789abcdefg' WHERE sample = 20000", 'the bits of sample 20000 are not'],
  ["UPDATE series SET crc = 'none' WHERE sample = 10921", 'the bits of sample 10921 are not'],
  ['UPDATE series SET crc = crc + 1 WHERE sample = 10922', 'the bits of sample 10922 are not'],
])('names the sample, in whatever block of rows it is: %s', (change, message) => {
  const run = exampleRun();
  const file = segment(run, 1, 0, 25000);
  expect(readSeries(run).chains[0][1]).toEqual(Float64Array.from({ length: 25000 }, (_, sample) => rowOf(sample)[1]));
  changed(file, change);
  expect(() => readSeries(run)).toThrow(StorageError);
  expect(() => readSeries(run)).toThrow(message);
});

it('compares segments that overlap over several blocks of rows', () => {
  const run = exampleRun();
  segment(run, 1, 0, 25000);
  segment(run, 1, 9000, 30000);
  expect(readSeries(run).chains[0][0]).toEqual(Float64Array.from({ length: 30000 }, (_, sample) => Math.sqrt(sample)));
});

it('names the segment of another chain', () => {
  const run = exampleRun();
  const file = segment(run, 1, 0, 5);
  copyFileSync(segment(run, 2, 0, 5), file);
  expect(() => readSeries(run)).toThrow(
    new StorageError(`${file}: belongs elsewhere: chain is 2 in it, 1 in the run${MOVE_AWAY}`),
  );
});

it('reads what was committed when the writer died within a transaction, and leaves its files alone', () => {
  const run = exampleRun();
  const file = segment(run, 1, 0, 5);
  const dying = `
    import { DatabaseSync } from 'node:sqlite';
    const database = new DatabaseSync(${JSON.stringify(file)});
    database.exec('PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE series SET doubles = zeroblob(16); UPDATE checkpoint SET samples = 3000');
    const insert = database.prepare('INSERT INTO series VALUES (?, zeroblob(16), 0)');
    for (let sample = 5; sample < 3000; sample++) insert.run(sample);
    process.kill(process.pid, 'SIGKILL');`;
  const before = readFileSync(file);
  spawnSync(process.execPath, ['--input-type=module', '-e', dying]);
  const files = [file, `${file}-journal`];
  expect(files.map(existsSync)).toEqual([true, true]);
  const bytes = files.map((path) => readFileSync(path));
  expect(bytes[0]).not.toEqual(before);
  expect(readSeries(run).chains[0][0]).toEqual(Float64Array.from([0, 1, 2, 3, 4], Math.sqrt));
  expect(lastCheckpoint(run, 1)).toEqual(batch(0, 5).checkpoint);
  expect(files.map((path) => readFileSync(path))).toEqual(bytes);
});
