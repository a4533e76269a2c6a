/** Where the chains of a run begin: by name, and from files that may be gone when it goes on. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/chain/job.ts';
import { prepareSpec } from '../../src/chain/prepare-spec.ts';
import { sampleSpec } from '../../src/chain/sample-spec.ts';
import { createProgram } from '../../src/chain/spec-chain.ts';
import { InputError } from '../../src/errors.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { randomDirections } from '../../src/numeric/directions.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { startRun } from '../../src/run/conductor/conductor.ts';
import { preparedJob } from '../../src/run/conductor/prepare.ts';
import { parseSpec, resolveSpec } from '../../src/spec/spec.ts';
import { npyHeader } from '../../src/spins/formats/npy.ts';
import { type ConfigurationName, namedConfiguration } from '../../src/spins/named.ts';
import { openRun } from '../../src/store/store.ts';
import { temporaryFolder } from '../store/example.ts';

const text = (start: string, more = '') => `
[lattice]
kind = "triangular"
size = [6, 6]
[model]
temperature = 0.2
[sampling]
method = "local"
chains = 3
samples = 20
start = ${JSON.stringify(start)}
${more}
`;
const lattice = createLattice({ kind: 'triangular', size: [6, 6] });

const spec = (start: string, more = '') => parseSpec(text(start, more), 'spec.toml');

/** The spins before the first sample. */
const firstSpins = (job: Job, chain: number): Float64Array =>
  createProgram(job).start(job.spec.sampling.seed, chain).checkpoint().spins;

const randomSpins = (chain: number) => randomDirections(philoxStream(2023, chain), 36);
const named = (name: ConfigurationName, period?: number) => namedConfiguration(name, lattice, { period });

it.each([
  ['hot-and-cold', [randomSpins(1), named('ferromagnet'), randomSpins(3)]],
  ['hot', [1, 2, 3].map(randomSpins)],
  ['cold', Array(3).fill(named('ferromagnet'))],
  ['tetrahedral', Array(3).fill(named('tetrahedral'))],
  ['skyrmion-crystal:6', Array(3).fill(named('skyrmion-crystal', 6))],
])('%s', (start, expected) => {
  const job = { spec: spec(start) };
  expect([1, 2, 3].map((chain) => firstSpins(job, chain))).toEqual(expected);
});

it('starts all temperatures of a ladder alike', () => {
  const ladder = prepareSpec(
    `${text('120-degree').replace('temperature = 0.2', '')}[tempering]\ntemperatures = [0.2, 0.3]\n`,
  );
  expect(firstSpins(ladder, 1)).toEqual(Float64Array.from([...named('120-degree'), ...named('120-degree')]));
});

it.each([
  ['nel', '"neel"'],
  ['random', '"hot"'],
  ['tetraedral', '"tetrahedral"'],
])('suggests what may have been meant by %s', (start, meant) => {
  expect(() => spec(start)).toThrow(`did you mean ${meant}?`);
  expect(() => spec(start)).toThrow('or a file of spins as "start.npy"');
});

it('refuses a state that the lattice has not, before anything is written', () => {
  const folder = join(temporaryFolder(), 'run');
  expect(() => startRun(folder, text('sqrt3'), spec('sqrt3'))).toThrow(
    new InputError(
      'sampling.start: sqrt3: expected the kagome lattice, found the triangular lattice\n  it has 120-degree, stripe, tetrahedral, skyrmion-crystal',
    ),
  );
  expect(() => openRun(folder)).toThrow('expected the directory of a run');
});

describe('a file', () => {
  const configurations = [1, 2, 3, 4].map((seed) => namedConfiguration('random', lattice, { seed }));

  function saved(count: number, scale = 1): string {
    const file = join(temporaryFolder(), 'start.npy');
    const numbers = configurations
      .slice(0, count)
      .map((spins) => Buffer.from(spins.map((value) => scale * value).buffer));
    writeFileSync(file, Buffer.concat([npyHeader([count, 36, 3]), ...numbers]));
    return file;
  }

  function started(file: string, more = '') {
    const folder = join(temporaryFolder(), 'run');
    return startRun(folder, text(file, more), spec(file, more));
  }

  const starts = (run: ReturnType<typeof started>): Float64Array[] => {
    const job = preparedJob(openRun(run.directory));
    if (!job) throw new Error('the run is not prepared');
    return [1, 2, 3].map((chain) => firstSpins(job, chain));
  };

  it('gives every chain one of its last configurations, or begins again', () => {
    expect(starts(started(saved(4)))).toEqual(configurations.slice(1));
    expect(starts(started(saved(2)))).toEqual([configurations[0], configurations[1], configurations[0]]);
  });

  it('is copied: the run goes on without it, and another file makes another run', () => {
    const file = saved(3);
    const run = started(file);
    const { identity } = run;
    writeFileSync(file, readFileSync(saved(2)));
    expect(starts(run)).toEqual(configurations.slice(0, 3));
    expect(() => startRun(run.directory, text(file), spec(file))).toThrow(
      `${run.directory}: holds another run, with other spins in sampling.start: choose another directory`,
    );
    expect(started(file).identity).not.toBe(identity);
  });

  it('may be gone when the same command goes on, and only then', () => {
    const file = saved(3);
    const run = started(file);
    rmSync(file);
    expect(startRun(run.directory, text(file), spec(file))).toEqual(run);
    expect(() => started(file)).toThrow(`${file}: expected a file of spins to read, but there is no such file`);
  });

  it('is the run that it was where it is the same again', () => {
    const file = saved(3);
    const run = started(file);
    expect(startRun(run.directory, text(file), spec(file))).toEqual(run);
  });

  it('is missed where its copy is gone or damaged', () => {
    const run = started(saved(1));
    const copy = join(run.directory, 'start.npy');
    writeFileSync(copy, readFileSync(copy).subarray(0, 500));
    expect(() => starts(run)).toThrow(
      /start\.npy: expected 864 bytes for the shape \(1, 36, 3\), found \d+: restore it from a copy/,
    );
    rmSync(copy);
    expect(() => starts(run)).toThrow('start.npy: expected the spins that chains begin with');
  });

  it('names the key that normalises', () => {
    const file = saved(1, 2);
    expect(() => started(file)).toThrow('sampling.normalise_start = true scales spins to length 1');
    const [first] = starts(started(file, 'normalise_start = true'));
    expect(Math.max(...first.map((value, k) => Math.abs(value - configurations[0][k])))).toBeLessThan(1e-15);
  });

  it('of another lattice, or that is not there, is refused', () => {
    const file = join(temporaryFolder(), 'spins.txt');
    expect(() => started(file)).toThrow(`${file}: expected a file of spins to read, but there is no such file`);
    writeFileSync(file, '1 0 0\n0 1 0\n');
    expect(() => started(file)).toThrow('expected 36 lines, one per site, found 2');
  });

  it('is none of a page, which takes spins of its own', async () => {
    const samples = sampleSpec(text('start.npy'));
    await expect(samples.next()).rejects.toThrow('sampleSpec takes spins of its own');
  });
});

it('keeps the identity of specs from before there was the key', () => {
  const folder = temporaryFolder();
  const given = text('hot-and-cold').replace('start = "hot-and-cold"', '');
  const run = startRun(join(folder, 'run'), given, parseSpec(given, 'spec.toml'));
  const old = readFileSync(join(run.directory, 'resolved.toml'), 'utf8').replace(
    /^(start|normalise_start) = .*\n/gm,
    '',
  );
  writeFileSync(join(run.directory, 'resolved.toml'), old);
  expect(openRun(run.directory).identity).toBe(run.identity);
  expect(resolveSpec({ lattice: { size: [2, 2] } }).sampling.start).toBe('hot-and-cold');
});
