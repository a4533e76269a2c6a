/** Files of spins as users have them: what a run exports, its segments, and what tells one format from another. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { exportRun, type Format } from '../../../src/results/export/export.ts';
import { prepareToRead, readSpins, readSpinsAtOnce } from '../../../src/store/spins/read-spins.ts';
import { type Run, readConfigurations } from '../../../src/store/store.ts';
import { finishedRun, LADDER } from '../../results/export/finished-run.ts';
import { temporaryFolder } from '../example.ts';

const lattice = createLattice({ kind: 'square', size: [2, 4] });
const options = { lattice, normalise: false, normaliseName: '--normalise' };
const folder = mkdtempSync(join(tmpdir(), 'spinformer-spins-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = finishedRun(join(folder, 'run'));
const WARM_UP = 30;

async function readBack(format: Format, of: Run = run): Promise<Float64Array[]> {
  const file = join(temporaryFolder(), 'spins');
  await exportRun(format, file, { run: of });
  return readSpins(file, options);
}

const kept = [1, 2].flatMap((chain) => [...readConfigurations(run, chain)]);
const all = kept.map(({ spins }) => spins);
const equilibrium = kept.filter(({ sample }) => sample >= WARM_UP).map(({ spins }) => spins);

function saved(bytes: string | Uint8Array): string {
  const file = join(temporaryFolder(), 'spins.dat');
  writeFileSync(file, bytes);
  return file;
}

describe('a run', () => {
  it.each([
    ['npy', equilibrium],
    ['ovf', equilibrium],
    ['ovf-binary', equilibrium],
    ['json', all],
    ['h5', all],
  ] as const)('%s: comes back to the bit', async (format, expected) => {
    expect(expected.length).toBeGreaterThan(100);
    expect(await readBack(format)).toEqual(expected);
  });

  it.each(['npy', 'ovf', 'json', 'h5'] as const)(
    '%s: that is tempered gives those of its lowest temperature',
    async (format) => {
      const ladder = finishedRun(join(temporaryFolder(), 'ladder'), ['sampling.chains=1'], LADDER);
      const [first, ...others] = await readBack(format, ladder);
      const spins = [...readConfigurations(ladder, 1)].filter(
        ({ sample }) => sample >= WARM_UP || format === 'json' || format === 'h5',
      );
      expect([first, ...others]).toEqual(spins.map((one) => one.spins));
    },
  );

  it('is read from a segment, without the rest of the run', async () => {
    const segment = saved(readFileSync(join(run.directory, 'chain-001', 'segment-001.sqlite')));
    expect(await readSpins(segment, options)).toEqual([...readConfigurations(run, 1)].map(({ spins }) => spins));
  });

  it('is read at once, HDF5 after its package has been loaded', async () => {
    const file = join(temporaryFolder(), 'spins.h5');
    await exportRun('h5', file, { run });
    await prepareToRead(file);
    expect(readSpinsAtOnce(file, options)).toEqual(all);
    await prepareToRead(join(temporaryFolder(), 'none'));
    await exportRun('ovf-binary', file, { run });
    expect(readSpinsAtOnce(file, options)).toEqual(equilibrium);
  });

  it('leaves a pipe alone, which can be read once only', async () => {
    const pipe = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    // Opening it would wait for a writer.
    await prepareToRead(pipe);
  });

  it('of another lattice is refused', async () => {
    const segment = join(run.directory, 'chain-001', 'segment-001.sqlite');
    const other = createLattice({ kind: 'square', size: [4, 4] });
    await expect(readSpins(segment, { ...options, lattice: other })).rejects.toThrow(
      /segment-001\.sqlite: sample \d+, spins: expected 16 of them, one \[x, y, z\] per site, found 8$/,
    );
  });

  it('has no configurations in CSV', async () => {
    await expect(readBack('csv')).rejects.toThrow('found an export of observables');
  });
});

describe('contents tell the format', () => {
  const rows = Array.from({ length: 8 }, (_, i) => (i % 2 ? '0 0 -1' : '1 0 0'));
  const expected = [Float64Array.from(rows.flatMap((row) => row.split(' ').map(Number)))];

  it('of text, a byte order mark or not', async () => {
    const columns = rows.join('\n');
    const json = JSON.stringify({ configurations: [rows.map((row) => row.split(' ').map(Number))] });
    for (const text of [columns, json, `\n ${json}`]) {
      expect(await readSpins(saved(text), options)).toEqual(expected);
      expect(await readSpins(saved(`\uFEFF${text}`), options)).toEqual(expected);
    }
  });

  it.each([
    [
      'an archive',
      Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
      /expected one array, found a ZIP file, as numpy\.savez writes\n {2}did you mean numpy\.save\?$/,
    ],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFF1 0 0', 'utf16le')), /found the byte order mark of UTF-16/],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1),
      /: expected JSON, columns, \.npy, OVF 2\.0, or a segment or an export of a run, found other binary data$/,
    ],
    [
      'binary OVF without a header',
      Buffer.concat([
        Buffer.from('# OOMMF OVF 2.0\n# Begin: Data Binary 4\n'),
        Buffer.from(Float32Array.of(1234567, 1, 0, 0).buffer),
      ]),
      /: expected meshtype: rectangular, found none/,
    ],
    ['an empty file', '', /: expected spins, found none$/],
    ['prose', 'hello world\n', /: expected spins, found none$/],
    ['other JSON', readFileSync(new URL('../../../package.json', import.meta.url)), /expected \{"configurations"/],
  ])('refuses %s', async (_, bytes, message) => {
    const file = saved(bytes);
    await expect(readSpins(file, options)).rejects.toThrow(InputError);
    await expect(readSpins(file, options)).rejects.toThrow(message);
  });

  it('names a file that is not there', async () => {
    await expect(readSpins('missing.npy', options)).rejects.toThrow(
      'missing.npy: expected a file of spins to read, but there is no such file',
    );
  });
});
