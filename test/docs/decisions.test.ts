import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('docs/decisions/README.md lists every decision once', () => {
  const folder = new URL('../../docs/decisions/', import.meta.url);
  const page = readFileSync(new URL('README.md', folder), 'utf8');
  const linked = [...page.matchAll(/\]\(\.\/([^)]+)\)/g)].map(([, name]) => name);
  const decisions = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(linked.sort()).toEqual(decisions.sort());
});
