/** What `npm install spinformer` gives: small, quiet, sound for TypeScript, for every Node and for browsers; what it leaves out it says how to get. */
import { globSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import declared from '../../package.json' with { type: 'json' };
import { hasChromium, launchChromium } from '../browser/chromium.ts';
import { areInstalled, NAMES, nodeOf } from '../nodes/versions.ts';
import { browserBundle, commandOf, printedBy, typeErrors, writeConsumer } from './consumer.ts';
import { emptyFolder, install, packed } from './installation.ts';

/** Bytes. */
const LARGEST = { tarball: 1.6e6, installed: 15e6 };

const FOLDER = emptyFolder();
const PROJECT = join(FOLDER, 'project');
const INSTALLED = join(PROJECT, 'node_modules/spinformer');
let tarball: string;
let warnings: string[];

beforeAll(() => {
  tarball = packed(FOLDER);
  warnings = install(PROJECT, [tarball]);
  writeConsumer(PROJECT);
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

it('is small, and so is what comes with it', () => {
  const files = globSync(join(PROJECT, 'node_modules/**'), { withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  expect(statSync(tarball).size).toBeLessThan(LARGEST.tarball);
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(LARGEST.installed);
});

it('is installed without a warning', () => {
  expect(warnings).toEqual([]);
});

it('has the library, built anew, and nothing else', () => {
  expect(readdirSync(INSTALLED)).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);
  const files = readdirSync(join(INSTALLED, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(files).toContain('index.d.ts');
  expect(files.filter((name) => /\.map$|(^|\/)(stale\.js|test|claims|reproduce)$/.test(name))).toEqual([]);
});

it('is tested with the versions of optional packages that it tells users to install', () => {
  const tested: Readonly<Record<string, string>> = declared.devDependencies;
  const expected = Object.keys(declared.peerDependenciesMeta).map((name) => [name, `^${tested[name]}`]);
  expect(declared.peerDependencies).toEqual(Object.fromEntries(expected));
});

it.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('has declarations that TypeScript takes without skipLibCheck: module %s, resolution %s', (module, resolution) => {
  expect(typeErrors(PROJECT, module, resolution)).toBe('');
});

const nodes = ['our own', ...(areInstalled || process.env.CI ? NAMES : [])] as const;
const executable = (name: (typeof nodes)[number]) => (name === 'our own' ? process.execPath : nodeOf(name));

describe.each(nodes)('Node: %s', (name) => {
  const node = executable(name);
  const spinformer = commandOf(node, PROJECT);
  const run = `run of ${name}`;

  it('runs, reports, exports, is imported', () => {
    const { status, stdout } = spinformer('run', 'spec.toml', '--out', run);
    expect([status, stdout]).toEqual([0, expect.stringContaining('energyPerSite')]);
    expect(spinformer('report', run)).toEqual({ status: 0, stdout, stderr: '' });
    for (const format of ['csv', 'json']) expect(spinformer('export', run, '--format', format).status).toBe(0);
    expect(printedBy(node, PROJECT)).toBe(printedBy(process.execPath, PROJECT));
  });

  it('says what to install for HDF5 and for figures, before it does anything', () => {
    const { peerDependencies: needed } = declared;
    const refusal = (purpose: string, ...packages: (keyof typeof needed)[]) => ({
      status: 1,
      stdout: '',
      stderr: [
        `${purpose} need packages that are not installed. Install them where spinformer is installed, then run again:`,
        `  npm install ${packages.map((one) => `${one}@${needed[one].slice(1)}`).join(' ')}\n`,
      ].join('\n'),
    });
    expect(spinformer('export', run, '--format', 'h5')).toEqual(refusal('HDF5 files', 'h5wasm'));
    const figures = refusal('reports with figures', '@observablehq/plot', 'linkedom');
    expect(spinformer('report', run, '--html')).toEqual(figures);
  });
});

it('is bundled for browsers, with nothing of Node', async () => {
  expect(await browserBundle(PROJECT)).toContain('logWeight');
});

it.skipIf(!hasChromium && !process.env.CI)('is bit-identical in Chromium', async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.addScriptTag({ content: await browserBundle(PROJECT) });
    expect(`${await page.evaluate('consumer.logWeight')}\n`).toBe(printedBy(process.execPath, PROJECT));
  } finally {
    await browser.close();
  }
});

it('has figures and HDF5 once what it says is installed', () => {
  const spinformer = commandOf(process.execPath, PROJECT);
  const [run] = globSync('run of *', { cwd: PROJECT });
  for (const line of [
    ['export', run, '--format', 'h5'],
    ['report', run, '--html'],
  ]) {
    const [, packages = ''] = /npm install (.+)\n$/.exec(spinformer(...line).stderr) ?? [];
    expect(install(PROJECT, packages.split(' '))).toEqual([]);
    expect(spinformer(...line).status).toBe(0);
  }
});
