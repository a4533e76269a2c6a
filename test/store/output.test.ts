/** Outputs go where a path leads; nothing but a regular file is ever replaced. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { InputError, StorageError } from '../../src/errors.ts';
import { writeFile } from '../../src/store/files.ts';
import { isStandardOutput, writeOutput, writePieces } from '../../src/store/store.ts';
import { temporaryFolder } from './example.ts';

const NEW = 'new\n'.repeat(100000);
/** A text in pieces, and what fills a file by its name. */
const WAYS = [
  ['in pieces', (path: string) => writePieces(path, () => NEW.match(/(.*\n){1000}/g) ?? [])],
  ['through a file', (path: string) => writeOutput(path, (file) => writeFileSync(file, NEW))],
] as const;
const [[, write]] = WAYS;
const newPath = (name: string) => join(temporaryFolder(), name);

function pipe(): string {
  const path = newPath('pipe');
  execFileSync('mkfifo', [path]);
  return path;
}

it.each(['an output', 'a file of a run'])(
  '%s follows links and keeps the permissions of what it replaces',
  async (what) => {
    const file = newPath('file');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    const folder = dirname(file);
    symlinkSync('file', join(folder, 'inner'));
    mkdirSync(join(folder, 'below'));
    symlinkSync('../inner', join(folder, 'below', 'outer'));
    const link = join(folder, 'below', 'outer');
    if (what === 'an output') await write(link);
    else writeFile(link, NEW);
    expect(readFileSync(file, 'utf8')).toBe(NEW);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readlinkSync(link)).toBe('../inner');
    expect(readdirSync(folder).sort()).toEqual(['below', 'file', 'inner']);
  },
);

it.each(WAYS)('makes the file that a link names where there is none yet: %s', async (_, write) => {
  const link = newPath('link');
  symlinkSync('target', link);
  await write(link);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(dirname(link), 'target'), 'utf8')).toBe(NEW);
});

it.each(WAYS)('writes to pipes, also through a link: %s', async (_, write) => {
  const fifo = pipe();
  const link = newPath('link');
  symlinkSync(fifo, link);
  for (const path of [fifo, link]) {
    const reader = spawn('cat', [fifo]);
    const [read] = await Promise.all([text(reader.stdout), write(path)]);
    expect(read).toBe(NEW);
  }
  expect(lstatSync(fifo).isFIFO()).toBe(true);
});

it.each(WAYS)('ends without an error when the reader of a pipe stops early: %s', async (_, write) => {
  const fifo = pipe();
  const reader = spawn('head', ['-c', '4', fifo]);
  const [read] = await Promise.all([text(reader.stdout), write(fifo)]);
  expect(read).toBe('new\n');
});

it.each(WAYS)('writes to sockets: %s', async (_, write) => {
  const path = newPath('socket');
  const { promise, resolve } = Promise.withResolvers<string>();
  const server = createServer((connection) => resolve(text(connection))).listen(path);
  await write(path);
  expect(await promise).toBe(NEW);
  expect(lstatSync(path).isSocket()).toBe(true);
  server.close();
});

it.each([
  ['a directory', 'a directory is in the way. Choose another path', (path: string) => mkdirSync(path)],
  [
    'a circle of links',
    'its symbolic links lead in a circle. Choose another path',
    (path: string) => symlinkSync(path, path),
  ],
  [
    'a missing folder',
    'its folder does not exist. Make it, or choose another path',
    (path: string) => symlinkSync('no/file', path),
  ],
])('refuses %s', async (_, message, make) => {
  const path = newPath('path');
  make(path);
  await expect(write(path)).rejects.toThrow(new InputError(`${path}: cannot be written: ${message}`));
  expect(readdirSync(dirname(path))).toEqual(['path']);
});

it('asks for no more pieces than the reader of a pipe takes', async () => {
  const fifo = pipe();
  const reader = spawn('head', ['-c', '4', fifo]);
  let asked = 0;
  function* endless() {
    for (;;) {
      asked++;
      yield NEW;
    }
  }
  await Promise.all([text(reader.stdout), writePieces(fifo, endless)]);
  expect(asked).toBeLessThan(100);
});

it.each([
  ['a file', (path: string) => writeFileSync(path, 'old')],
  ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
])('leaves %s as it was when there is nothing to write', async (_, make) => {
  const path = newPath('path');
  make(path);
  const before = lstatSync(path);
  const fails = () => {
    throw new StorageError('damaged');
  };
  await expect(writePieces(path, fails)).rejects.toThrow(new StorageError('damaged'));
  expect([lstatSync(path).ino, lstatSync(path).size]).toEqual([before.ino, before.size]);
  expect(readdirSync(dirname(path))).toEqual(['path']);
});

it('does not put a file of a run in the place of a pipe', () => {
  const fifo = pipe();
  expect(() => writeFile(fifo, NEW)).toThrow(
    new InputError(`${fifo}: cannot be written: expected a regular file, found a pipe`),
  );
  expect(lstatSync(fifo).isFIFO()).toBe(true);
});

it('knows the names of standard output', () => {
  const link = newPath('link');
  symlinkSync('/dev/stdout', link);
  expect(['-', '/dev/stdout', '/dev/fd/1', link].map(isStandardOutput)).toEqual([true, true, true, true]);
  expect(['./-', '/dev/stderr', '/dev/fd/63', newPath('file')].map(isStandardOutput)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
