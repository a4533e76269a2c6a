/**
 * The built package on the lowest version of Node that package.json declares, on 24 and on 26: runs, everything that reads them, and an import; bit-identical from all of them, and
 * no word of Node's own on the user's terminal. `npm ci` in this folder installs the versions; `.ci/run` does.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import declared from '../../package.json' with { type: 'json' };
import { areInstalled, NAMES, nodeOf, versionOf } from './versions.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A folder below the checkout, so that packages are found. */
let folder: string;

const SPEC = `
lattice.size = [2, 4]
model.temperature = 0.1
effective = { kind = "transformer", blocks = 1, shells = 1 }
training.exact_evaluations = 40
sampling = { method = "self-learning", chains = 2, samples = 200, warm_up = 50, seed = 5 }
`;

const LIBRARY = `
import { createLattice, createModel, namedConfiguration } from 'spinformer';
const lattice = createLattice({ kind: 'square', size: [4, 4] });
const fixed = { hopping: [1], coupling: 1, chemicalPotential: 0, exchange: [], field: [0, 0, 0] };
const model = createModel({ lattice, temperature: 0.1, tolerance: 1e-8, ...fixed });
console.log(model.logWeight(namedConfiguration('random', lattice, { seed: 1 })));
`;

it('tries the lowest version that package.json declares', () => {
  expect(`>=${versionOf(NAMES[0]).replace(/\.0$/, '')}`).toBe(declared.engines.node);
});

const title = `Node${areInstalled ? '' : ' (skipped: npm ci in test/nodes installs the versions)'}`;

describe.skipIf(!areInstalled && !process.env.CI)(title, () => {
  let expected: ReturnType<typeof everything>;

  beforeAll(() => {
    build();
    expected = everything(process.execPath, 'own');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(NAMES)('%s is the version that it should be', (name) => {
    expect(execFileSync(nodeOf(name), ['--version'], { encoding: 'utf8' })).toBe(`v${versionOf(name)}\n`);
  });

  it.each(NAMES)('%s runs, reports, exports, extends, is imported: bit-identical', (name) => {
    expect(everything(nodeOf(name), name)).toEqual(expected);
  });

  it.each(NAMES)('%s reads and goes on with a run of another version', (name) => {
    const command = commandOf(nodeOf(name));
    expect(observables(command('report', 'own', '--json'))).toEqual(expected.observables);
    cpSync(join(folder, 'own'), join(folder, `${name}-of-own`), { recursive: true });
    command('extend', `${name}-of-own`, '--samples', '300');
    expect(command('status', `${name}-of-own`)).toContain('350 of 350');
  });
});

/** The package as it is published, in a separate folder. */
function build(): void {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'build/nodes-'));
  const compiler = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'tsconfig.build.json')];
  execFileSync(process.execPath, [...compiler, '--outDir', join(folder, 'dist')]);
  execFileSync(process.execPath, [join(ROOT, 'scripts/build-bundle.ts'), join(folder, 'dist/spinformer.mjs')]);
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  writeFileSync(join(folder, 'spec.toml'), SPEC);
  writeFileSync(join(folder, 'library.js'), LIBRARY);
}

/** All that one version of Node computes, and what it prints of it. */
function everything(node: string, run: string) {
  const command = commandOf(node);
  command('run', 'spec.toml', '--out', run);
  const report = command('report', run);
  expect(report).toContain('energyPerSite');
  command('extend', run, '--samples', '250');
  expect(command('status', run)).toContain('300 of 300');
  for (const format of ['h5', 'json', 'csv']) command('export', run, '--format', format);
  return {
    table: report.slice(0, report.indexOf('seconds of one core')),
    observables: observables(command('report', run, '--json')),
    series: readFileSync(join(folder, run, 'export.csv'), 'utf8'),
    logWeight: quiet(node, ['library.js']),
  };
}

const commandOf =
  (node: string) =>
  (...line: string[]) =>
    quiet(node, ['dist/spinformer.mjs', ...line]);

/** Standard output. Standard error is for what the program has to say, not for Node. */
function quiet(node: string, line: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(node, line, { cwd: folder, encoding: 'utf8' });
  expect(status, `${line.join(' ')}\n${stderr}`).toBe(0);
  expect(stderr, line.join(' ')).not.toMatch(/\(node:\d+\)|Warning|--trace-/);
  return stdout;
}

const observables = (report: string): object => JSON.parse(report).observables;
