/** Lattice files on disk: from where they are found, and what runs and studies keep of them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRun } from '../../src/run/conductor/conductor.ts';
import { specOf } from '../../src/run/conductor/stored-spec.ts';
import { readStudySpec, samplableIn, startStudy } from '../../src/run/study/start-study.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { parseStudy } from '../../src/spec/sweep/parse-study.ts';
import { latticesBeside } from '../../src/store/lattice-files.ts';
import { readSpec } from '../../src/store/read-spec.ts';
import { openRun } from '../../src/store/store.ts';
import { temporaryFolder } from './example.ts';

const LATTICE = 'primitive_vectors = [[1, 0], [0.5, 0.8660254037844386]]\nbasis = [[0, 0]]\n';
const OTHER = LATTICE.replace('0.5', '0');
const SPEC = '[lattice]\nfile = "lattices/mine.toml"\nsize = [2, 2]\n[sampling]\nmethod = "local"\n';

let folder: string;
let file: string;
let lattice: string;
let directory: string;

beforeEach(() => {
  folder = temporaryFolder();
  [file, lattice, directory] = ['spec.toml', 'lattices/mine.toml', 'run'].map((name) => join(folder, name));
  mkdirSync(join(folder, 'lattices'));
  writeFileSync(file, SPEC);
  writeFileSync(lattice, LATTICE);
});

it('is found from where the spec is', async () => {
  const { primitiveVectors } = (await readSpec(file)).lattice;
  expect(primitiveVectors?.[1]).toEqual([0.5, 0.8660254037844386]);
});

it('is said to be missing, with the path that was tried', async () => {
  rmSync(lattice);
  await expect(readSpec(file)).rejects.toThrow(`${lattice}: expected a lattice to read, but there is no such file`);
});

describe('a run', () => {
  const begin = () => startRun(directory, SPEC, parseSpec(SPEC, file, [], latticesBeside(file, directory)));

  it('has what the file says and needs it no more', async () => {
    const { identity } = begin();
    expect(readFileSync(join(directory, 'resolved.toml'), 'utf8')).toContain('primitive_vectors = [[1, 0], ');
    rmSync(lattice);
    expect(specOf(openRun(directory)).lattice.basis).toEqual([[0, 0]]);
    expect(begin().identity).toBe(identity);
    // Of another file that is not there nothing is known.
    const other = SPEC.replace('mine', 'missing');
    expect(() => parseSpec(other, file, [], latticesBeside(file, directory))).toThrow('there is no such file');
    // The copy of the spec in the directory as well.
    expect((await readSpec(join(directory, 'spec.toml'))).lattice.basis).toEqual([[0, 0]]);
  });

  it('is the one with the keys in the spec, and another one where the file has changed', () => {
    const { identity } = begin();
    const inside = SPEC.replace('file = "lattices/mine.toml"', `kind = "own"\n${LATTICE}`);
    expect(startRun(directory, inside, parseSpec(inside, file)).identity).toBe(identity);
    writeFileSync(lattice, OTHER);
    expect(begin).toThrow(
      'holds another run, with lattice.primitive_vectors = [[1, 0], [0.5, 0.8660254037844386]], not',
    );
  });
});

describe('a study', () => {
  const text = `${SPEC}[sweep]\nmodel.temperature = [0.1, 0.2]\n`;
  const read = () => {
    const study = parseStudy(text, file, [], samplableIn(directory), latticesBeside(file, directory));
    if (!study) throw new Error('no study');
    return study;
  };

  it('has what the file says, whatever becomes of it', () => {
    const study = read();
    startStudy(directory, text, study);
    writeFileSync(lattice, OTHER);
    expect(readStudySpec(directory)).toEqual(study);
    expect(() => startStudy(directory, text, read())).toThrow('holds another study, with lattice.primitive_vectors');
    rmSync(lattice);
    expect(readStudySpec(directory)).toEqual(study);
    expect(read()).toEqual(study);
  });
});
