/** The README: short, with links that lead somewhere, and with lines that the program prints. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { spinformer } from '../cli/command.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const readme = read('README.md');

/** The blocks between lines of three backticks, without the language. */
const blocks = [...readme.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, text]) => text);

it('has at most 130 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(130);
});

it('shows lines of the output that the tutorial shows whole', () => {
  const result = blocks.find((text) => text.startsWith('self-learning:')) ?? '';
  const printed = new Set(read('docs/guide/output/run.txt').split('\n'));
  const lines = result.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.filter((line) => line !== '…' && !printed.has(line))).toEqual([]);
});

it('links to files that are there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

it('names commands and examples that there are', () => {
  const { stdout } = spinformer(['--help']);
  const named = [...readme.matchAll(/\.\/spinformer (\w+)(?: (examples\/\S+\.toml))?/g)];
  expect(named.length).toBeGreaterThan(7);
  for (const [, command, example] of named) {
    expect(stdout).toMatch(new RegExp(`^  ${command} \\[options\\]`, 'm'));
    if (example) expect(existsSync(new URL(example, root)), example).toBe(true);
  }
});
