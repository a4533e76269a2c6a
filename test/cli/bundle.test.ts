/** The command as one file, with nothing around it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import declared from '../../package.json' with { type: 'json' };
import { ROOT } from '../package/installation.ts';

/** Every module that threads load: a search for μ, a training, chains, reports of points. */
const STUDY = `
lattice.size = [2, 4]
model.filling = 0.9
effective.kind = "linear"
training.exact_evaluations = 40
sampling = { method = "self-learning", samples = 60, warm_up = 10, chains = 2 }
sweep.model.temperature = [0.2, 0.3]
`;

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-bundle-'));
const FILE = join(FOLDER, 'spinformer.mjs');

beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build-bundle.ts'), FILE]);
  writeFileSync(join(FOLDER, 'study.toml'), STUDY);
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

function command(program: string, ...line: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...line], { cwd: FOLDER, encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('has every module that a thread loads', () => {
  const sources = globSync(join(ROOT, 'src/**/*.ts')).map((file) => readFileSync(file, 'utf8'));
  const named = sources.flatMap((text) =>
    [...text.matchAll(/workerModule\('(?:[^']*\/)?([^'/]+)'/g)].map(([, name]) => name),
  );
  const bundled = readFileSync(join(ROOT, 'src/cli/bundled.ts'), 'utf8');
  const inside = [...bundled.matchAll(/^ {2}'?([a-z-]+)'?: \(\) => import/gm)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(inside.sort());
});

it('knows its version', () => {
  expect(command(FILE, '--version')).toEqual({ status: 0, stdout: `${declared.version}\n`, stderr: '' });
});

it('computes what the sources compute', () => {
  const programs = { bundled: FILE, sources: join(ROOT, 'src/cli/main.ts') };
  for (const [name, program] of Object.entries(programs)) {
    const { status, stderr } = command(program, 'run', 'study.toml', '--out', name);
    expect(status, stderr).toBe(0);
    expect(command(program, 'export', name, '--format', 'csv', '--out', `${name}.csv`).status).toBe(0);
  }
  const points = readdirSync(join(FOLDER, 'bundled/points'));
  expect(points).toHaveLength(2);
  const tables = Object.keys(programs).map((name) => readFileSync(join(FOLDER, `${name}.csv`), 'utf8'));
  expect(tables[0]).toBe(tables[1]);
});

it('says which packages figures and HDF5 need, and goes on without them', () => {
  expect(command(FILE, 'export', 'bundled', '--format', 'h5').stderr).toContain('npm install h5wasm@');
  expect(command(FILE, 'report', 'bundled', '--html').stderr).toContain('npm install @observablehq/plot@');
  expect(command(FILE, 'status', 'bundled').stdout).toContain('2 points: 2 done');
});
