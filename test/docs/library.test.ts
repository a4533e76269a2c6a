/** The code that docs/guide/library.md shows runs as it stands. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../store/example.ts';

const page = readFileSync(new URL('../../docs/guide/library.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
const ENTRIES = { spinformer: 'index', 'spinformer/spec': 'spec', 'spinformer/run': 'run' };

/** The last line that a block prints; `directory` is a folder of its own. */
function lastLine(code: string): string {
  const folder = temporaryFolder();
  const file = join(folder, 'block.ts');
  const imported = Object.entries(ENTRIES).reduce((text, [name, entry]) => {
    const { href } = new URL(`../../src/${entry}.ts`, import.meta.url);
    return text.replaceAll(`from '${name}'`, `from '${href}'`);
  }, code);
  writeFileSync(file, `const directory = ${JSON.stringify(join(folder, 'run'))};\n${imported}`);
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', file], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}

it.each([
  [0, /^-1\.\d+$/],
  [1, /^200$/],
  [2, /^(0\.[6-9]\d|1\.00)$/],
  [3, /^2 \{|^\}$/],
] as const)('block %i', (index, expected) => {
  expect(lastLine(blocks[index])).toMatch(expected);
});

it('has four blocks', () => {
  expect(blocks.length).toBe(4);
});
