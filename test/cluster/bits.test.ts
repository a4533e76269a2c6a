/** Machines whose arithmetic differs: here a square root that is wrong in its last bit. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bitsOfThisMachine } from '../../src/cluster/bits.ts';
import { collect } from '../../src/cluster/collect.ts';
import { createRun } from '../../src/store/store.ts';
import { root } from '../cli/command.ts';
import { changed, exampleRun, resolved, rowOf, segment, temporaryFolder } from '../store/example.ts';

const FAULTY = 'const { sqrt } = Math; Math.sqrt = (x) => sqrt(x) * (1 + 2 ** -52);';
const SPEC = 'lattice.size = [4, 4]\nsampling = { method = "hmc", samples = 20, warm_up = 0, chains = 2, seed = 1 }';

function work(line: readonly string[], isFaulty: boolean) {
  const node = isFaulty ? ['--import', `data:text/javascript,${encodeURIComponent(FAULTY)}`] : [];
  return spawnSync(process.execPath, [...node, join(root, 'src/cli/main.ts'), 'work', ...line], { encoding: 'utf8' });
}

it('names a machine whose bits differ from those of the one that began, and lets it write nothing', () => {
  const folder = temporaryFolder();
  const [spec, directory] = [join(folder, 'spec.toml'), join(folder, 'run')];
  writeFileSync(spec, SPEC);
  expect(work([spec, '--out', directory, '--task', '1'], false).status).toBe(0);
  expect(JSON.parse(readFileSync(join(directory, 'bits.json'), 'utf8'))).toMatchObject({ bits: bitsOfThisMachine() });
  const { status, stderr } = work([directory, '--task', '2'], true);
  expect(status).toBe(1);
  expect(stderr).toContain(`${hostname()} (`);
  expect(stderr).toContain('computes other bits than');
  expect(stderr).toContain('nothing was computed or written here');
  expect(existsSync(join(directory, 'chain-002'))).toBe(false);
  expect(work([directory, '--task', '2'], false).status).toBe(0);
});

it('says what to do with a damaged fingerprint', () => {
  const folder = temporaryFolder();
  const [spec, directory] = [join(folder, 'spec.toml'), join(folder, 'run')];
  writeFileSync(spec, SPEC);
  work([spec, '--out', directory, '--list'], false);
  writeFileSync(join(directory, 'bits.json'), '{');
  expect(work([directory, '--task', '1'], false).stderr).toContain('bits.json: damaged: remove it');
});

it('names the machines of copies that differ, also where a segment has none', () => {
  const run = exampleRun();
  segment(run, 1, 0, 5);
  const directory = join(temporaryFolder(), 'copy');
  mkdirSync(directory);
  const copy = createRun(directory, '[model]\n', resolved());
  const other = segment(copy, 1, 0, 5, (sample) => rowOf(sample + (sample === 3 ? 1e-9 : 0)));
  changed(other, "UPDATE origin SET machine = 'node17'");
  expect(() => collect(run.directory, directory)).toThrow(`made on node17; in ${run.directory} on ${hostname()} (`);
  changed(other, 'DROP TABLE origin');
  expect(() => collect(run.directory, directory)).toThrow('made on a machine that is not known');
});
