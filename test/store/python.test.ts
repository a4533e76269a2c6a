import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { exampleRun, rowOf, segment } from './example.ts';

const SCRIPT = `
import array, json, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
names = [name for name, in database.execute("SELECT name FROM observables ORDER BY position")]
rows = [[sample, *array.array("d", doubles)] for sample, doubles in database.execute("SELECT sample, doubles FROM series ORDER BY sample")]
spins, = database.execute("SELECT spins FROM configurations WHERE sample = 4").fetchone()
print(json.dumps([names, rows, array.array("d", spins).tolist()]))
`;

const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0;

it.skipIf(!hasPython)(
  `is readable from Python's standard library${hasPython ? '' : ' (skipped: no python3 here)'}`,
  () => {
    const file = segment(exampleRun(), 1, 0, 6);
    const { stdout, stderr } = spawnSync('python3', ['-c', SCRIPT, file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const rows = Array.from({ length: 6 }, (_, sample) => [sample, ...rowOf(sample)]);
    expect(JSON.parse(stdout)).toEqual([['energy', 'staggered "m"'], rows, [...rowOf(4)]]);
  },
);
