/** The package as its users get it: packed from a copy of the sources, installed into a folder with nothing around it. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm pack` reads of a checkout. The copy may be built while other tests read the checkout, and whatever else lies there stays away. */
const SOURCES = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'kernels', 'lab', 'scripts', 'src', 'test'];
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json'];

/** Outside of the checkout, whose packages would be found otherwise. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'spinformer-package-'));

/** The tarball that `npm pack` makes, below `folder`. A file of an earlier build lies about. */
export function packed(folder: string): string {
  const checkout = join(folder, 'checkout');
  for (const name of [...SOURCES, ...SETTINGS])
    cpSync(join(ROOT, name), join(checkout, name), {
      recursive: true,
      filter: (file) => basename(file) !== 'node_modules',
    });
  symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
  mkdirSync(join(checkout, 'dist'));
  writeFileSync(join(checkout, 'dist/stale.js'), '');
  npm(['pack', checkout, '--pack-destination', folder]);
  return globSync(join(folder, 'spinformer-*.tgz'))[0];
}

/** Installs packages into a folder of their own; returns what npm had to warn of. */
export function install(folder: string, packages: readonly string[]): string[] {
  mkdirSync(folder, { recursive: true });
  const { stderr } = npm(['install', '--prefix', folder, '--prefer-offline', '--no-audit', '--no-fund', ...packages]);
  // The user's own settings may have mistakes of their own.
  return stderr.split('\n').filter((line) => line.startsWith('npm warn') && !line.includes(' config '));
}

/** By the Node that runs the tests, whatever the shell would find. */
function npm(line: readonly string[]): SpawnSyncReturns<string> {
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const result = spawnSync('npm', line, { cwd: tmpdir(), encoding: 'utf8', env: { ...process.env, PATH: path } });
  expect(result.status, `npm ${line.join(' ')}\n${result.error ?? result.stderr}`).toBe(0);
  return result;
}
