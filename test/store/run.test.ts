import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError, StorageError } from '../../src/errors.ts';
import { fromTomlText, toTomlText } from '../../src/spec/toml-text.ts';
import { createRun, extendRun, openRun, requireVersion } from '../../src/store/store.ts';
import { exampleRun, resolved, temporaryFolder } from './example.ts';

it('keeps the spec as given and as resolved', () => {
  const run = exampleRun();
  expect(readFileSync(join(run.directory, 'spec.toml'), 'utf8')).toBe('[model]\n');
  expect(readFileSync(join(run.directory, 'resolved.toml'), 'utf8')).toBe(`[run]
version = "0.1.0"
machine = "a machine"

[model]
temperature = 0.05
chemical_potential = 0

[sampling]
samples = 100
seed = 3
`);
  expect(openRun(run.directory)).toEqual(run);
});

it('finds the same run again, whatever its number of samples', () => {
  const run = exampleRun();
  expect(createRun(run.directory, '', resolved(0.05, 500))).toEqual(run);
  const extended = extendRun(run, 500);
  expect(openRun(run.directory)).toEqual(extended);
  expect(extended.spec.sampling).toEqual({ samples: 500, seed: 3 });
  expect(extended.identity).toBe(run.identity);
});

it('keeps the samples that it was planned for when it grows, and tells plans apart', () => {
  const create = (samples: number, plannedSamples?: number) =>
    createRun(temporaryFolder(), '', { ...resolved(0.05, samples), plannedSamples });
  const planned = create(100, 100);
  const extended = extendRun(planned, 500);
  expect(openRun(planned.directory)).toEqual(extended);
  expect(extended).toMatchObject({ plannedSamples: 100, identity: planned.identity });
  expect(create(500, 500).identity).not.toBe(planned.identity);
  // Where no number depends on the plan, a longer run begins with the shorter one.
  expect(create(500).identity).toBe(create(100).identity);
});

it.each([
  [
    'another spec',
    resolved(0.1),
    'holds another run, with model.temperature = 0.05, not 0.1: choose another directory',
  ],
  [
    'another version',
    resolved(0.05, 100, '0.2.0'),
    'this run was made by spinformer 0.1.0, this is 0.2.0: go on with 0.1.0, or choose another directory',
  ],
])('refuses %s in the same directory', (_, other, message) => {
  const { directory } = exampleRun();
  expect(() => createRun(directory, '', other)).toThrow(new InputError(`${directory}: ${message}`));
});

it('lets any version read, and this one go on', () => {
  const run = exampleRun();
  expect(() => requireVersion(run, '0.1.0')).not.toThrow();
  expect(() => requireVersion(run, '0.1.1')).toThrow(InputError);
});

it('does not move in with other files', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'thesis.tex'), '');
  expect(() => createRun(folder, '', resolved())).toThrow(
    new InputError(
      `${folder}: expected a run or an empty directory, found thesis.tex and no resolved.toml: choose another directory`,
    ),
  );
});

it('completes a directory whose creation was interrupted', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'spec.toml'), '[mod');
  writeFileSync(join(folder, 'resolved.toml.1234.unfinished'), '[ru');
  expect(createRun(folder, '[model]\n', resolved()).version).toBe('0.1.0');
  expect(readFileSync(join(folder, 'spec.toml'), 'utf8')).toBe('[model]\n');
});

it('says when a directory is no run', () => {
  const folder = temporaryFolder();
  const message = (path: string) => `${path}: expected the directory of a run, but there is no resolved.toml in it`;
  expect(() => openRun(folder)).toThrow(new InputError(message(folder)));
  expect(() => openRun(join(folder, 'missing'))).toThrow(new InputError(message(join(folder, 'missing'))));
});

it.each([
  ['[run', ': expected TOML: '],
  ['[model]\n', ': expected [run] with a version, found none'],
])('names a resolved.toml that is not ours: %j', (text, message) => {
  const { directory } = exampleRun();
  writeFileSync(join(directory, 'resolved.toml'), text);
  expect(() => openRun(directory)).toThrow(StorageError);
  expect(() => openRun(directory)).toThrow(`${join(directory, 'resolved.toml')}${message}`);
});

it('names a file in the way', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  mkdirSync(join(folder, 'empty'));
  expect(() => createRun(file, '', resolved())).toThrow(
    new InputError(`${file}: cannot be written: a file is in the way. Choose another directory`),
  );
});

it('makes a run whose path is as long as its disk allows', () => {
  const name = 'ä'.repeat(127);
  expect(createRun(join(temporaryFolder(), name), '', resolved()).version).toBe('0.1.0');
  const tooLong = join(temporaryFolder(), 'x'.repeat(300));
  expect(() => createRun(tooLong, '', resolved())).toThrow(
    new InputError(`${tooLong}: cannot be written: its name or path is too long. Choose a shorter one`),
  );
});

it('writes TOML that reads back as it was', () => {
  const sections = {
    lattice: { size: [6, 6], boundary: ['periodic', 'open'], twist: [-0, 0.1 + 0.2] },
    effective: [
      { kind: 'linear', crossReadout: true },
      { kind: 'nodal', note: 'a "quoted"\nπ' },
    ],
    odd: { large: 1e300, small: 5e-324, seed: 2 ** 53 - 1, nested: { innerKey: [[1], [2.5]] }, 'a key': Infinity },
  };
  expect(fromTomlText(toTomlText(sections))).toEqual(sections);
});
