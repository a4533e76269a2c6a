/** Every test file is in one of the tiers, and in one only. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { SLOW } from './slow.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The files of a tier, or of both, by vitest itself. */
function filesOf(...tier: string[]): string[] {
  const line = ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', '--json', ...tier];
  const files: { readonly file: string }[] = JSON.parse(
    execFileSync(process.execPath, line, { cwd: ROOT, encoding: 'utf8' }),
  );
  return files.map(({ file }) => relative(ROOT, file)).toSorted();
}

/** Whatever looks like a test, wherever it is under test/. */
const ALL = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => !name.includes('node_modules') && /\.(test|spec)\.[cm]?[jt]sx?$/.test(name))
  .map((name) => `test/${name}`)
  .toSorted();

it('the full tier has every test, and none twice', () => {
  expect(filesOf()).toEqual(ALL);
});

it('the slow files exist, and all others are quick', () => {
  expect(filesOf('--project', 'slow')).toEqual(SLOW.toSorted());
  expect(filesOf('--project', 'quick')).toEqual(ALL.filter((file) => !SLOW.includes(file)));
});
