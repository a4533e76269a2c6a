/**
 * Times the first call of the command in a fresh clone of this checkout, as it is committed: installation of packages and build of the kernels, by
 * `node scripts/installation-time.ts`. What npm has downloaded before comes from its cache.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spinformer-clone-'));
const clone = join(folder, 'spinformer');

/** Seconds of wall time of `./spinformer --version` in the clone. */
function call(): string {
  const began = performance.now();
  const { status, stderr } = spawnSync(join(clone, 'spinformer'), ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

try {
  execFileSync('git', ['clone', '--quiet', root, clone]);
  console.log(`first call: ${call()}`);
  console.log(`second call: ${call()}`);
  const [kilobytes] = execFileSync('du', ['-sk', join(clone, 'node_modules')], { encoding: 'utf8' }).split('\t');
  console.log(`packages: ${(Number(kilobytes) / 1e6).toFixed(2)} GB`);
} finally {
  rmSync(folder, { recursive: true });
}
