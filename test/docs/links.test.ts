/** Links between files of the repository lead somewhere; those between pages of the site are checked by its build. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const FILES = [
  'README.md',
  'AGENTS.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'examples/README.md',
  'docs/decisions/README.md',
  'test/fixtures/README.md',
];

it.each(FILES)('%s', (file) => {
  const address = new URL(file, root);
  const text = readFileSync(address, 'utf8').replace(/```[\s\S]*?```/g, '');
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link);
  const dead = links.filter((link) => !/^\w+:/.test(link) && !existsSync(new URL(link, address)));
  expect(dead).toEqual([]);
});
