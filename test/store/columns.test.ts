/** Columns in memory, in a file, and where a file cannot be had. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { type Columns, newColumns } from '../../src/store/columns.ts';
import { temporaryFolder } from './example.ts';

/** More than are kept in memory. */
const MANY = { columns: 3, lengths: [400_000, 0, 1_100_000] };
const valuesFrom = (chain: number, column: number, first: number, count: number) =>
  Float64Array.from({ length: count }, (_, k) => Math.sqrt(chain) - column / 7 + (first + k) ** 2);

/** Writes all values, the last ones of every column first. */
function filled(columns: Columns): Columns {
  for (const chain of [0, 2])
    for (let column = 0; column < 3; column++) {
      const half = MANY.lengths[chain] / 2;
      for (const first of [half, 0]) columns.write(chain, column, first, valuesFrom(chain, column, first, half));
    }
  return columns;
}

function expectAll(columns: Columns): void {
  for (const [chain, column, first, end] of [
    [0, 0, 0, 400_000],
    [2, 2, 0, 1_100_000],
    [2, 1, 12_345, 12_347],
    [1, 2, 0, 0],
  ])
    expect(columns.read(chain, column, first, end)).toEqual(valuesFrom(chain, column, first, end - first));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

it('gives back from a file what was written, in any order, and leaves no name behind', () => {
  const folder = temporaryFolder();
  vi.stubEnv('TMPDIR', folder);
  const columns = filled(newColumns(MANY));
  expect(readdirSync(folder)).toEqual([]);
  expectAll(columns);
  columns.close();
  expect(() => columns.read(0, 0, 0, 1)).toThrow('EBADF');
});

it('keeps few values in memory', () => {
  vi.stubEnv('TMPDIR', '/dev/null/missing');
  const columns = newColumns({ columns: 2, lengths: [3] });
  columns.write(0, 1, 1, Float64Array.of(5, 6));
  expect(columns.read(0, 1, 0, 3)).toEqual(Float64Array.of(0, 5, 6));
  columns.close();
  expect(columns.read(0, 1, 1, 2)).toEqual(Float64Array.of(5));
});

it('does without a file where there is no folder for it', () => {
  vi.stubEnv('TMPDIR', '/dev/null/missing');
  expectAll(filled(newColumns(MANY)));
});

it('goes on in memory when the disk takes no more, with what it took', () => {
  const script = `
    import { newColumns } from ${JSON.stringify(fileURLToPath(new URL('../../src/store/columns.ts', import.meta.url)))};
    const columns = newColumns({ columns: 2, lengths: [3_000_000] });
    const values = Float64Array.from({ length: 1_000_000 }, (_, k) => k);
    for (const first of [0, 1_000_000, 2_000_000]) for (const column of [0, 1]) columns.write(0, column, first, values);
    const wrong = [0, 1].map((column) => columns.read(0, column, 0, 3_000_000).findIndex((value, k) => value !== k % 1_000_000));
    process.stdout.write(JSON.stringify(wrong));`;
  const limited = ['-c', 'ulimit -f 40000; exec "$@"', 'sh', process.execPath, '--input-type=module', '-e', script];
  const { stdout, stderr } = spawnSync('sh', limited, { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['[-1,-1]', '']);
});
