/** Copies put together where the file system refuses second names of files, as some network file systems do. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, spinformer } from '../cli/command.ts';
import { temporaryFolder } from '../store/example.ts';

const REFUSING = '#include <errno.h>\nint link(const char *from, const char *to) { errno = EPERM; return -1; }';
const SPEC = 'lattice.size = [4, 4]\nsampling = { method = "hmc", samples = 20, chains = 2, seed = 1 }';

const hasCompiler = spawnSync('cc', ['--version']).status === 0;

it.skipIf(!hasCompiler && !process.env.CI)('puts copies together without links', () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('link.c'), REFUSING);
  const compiled = spawnSync('cc', ['-shared', '-fPIC', '-o', at('link.so'), at('link.c')], { encoding: 'utf8' });
  expect(compiled.stderr).toBe('');
  writeFileSync(at('spec.toml'), SPEC);
  spinformer(['run', at('spec.toml'), '--out', at('whole')]);
  cpSync(at('whole'), at('part'), { recursive: true });
  rmSync(at('part/chain-002'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'src/cli/main.ts'), 'collect', at('part'), at('whole')],
    { encoding: 'utf8', env: { ...process.env, LD_PRELOAD: at('link.so') } },
  );
  expect(status, stderr).toBe(0);
  expect(stdout).toBe(`${at('whole')}: 1 segment taken over from 1 run\n`);
  expect(readdirSync(at('part/chain-002'))).toEqual(['segment-001.sqlite']);
  const reports = ['whole', 'part'].map((name) => {
    expect(spinformer(['report', at(name)]).status).toBe(0);
    return readFileSync(at(`${name}/report.json`), 'utf8');
  });
  expect(reports[1]).toBe(reports[0]);
});
