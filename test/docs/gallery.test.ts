/** examples/README.md shows every example. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../examples/', import.meta.url);
const page = readFileSync(new URL('README.md', folder), 'utf8');
const examples = readdirSync(folder).filter((name) => name !== 'README.md');
/** What a section says, by its heading. */
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.split('\n')[0], section]),
);

it('links every file of the folder, and none that is not there', () => {
  const linked = [...page.matchAll(/\]\(([^()/]+)\)/g)].map(([, name]) => name);
  expect([...new Set(linked)].sort()).toEqual(examples.sort());
});

it.each(examples.filter((name) => /\.(toml|ts)$/.test(name)))('%s: a picture and a command', (name) => {
  const section = sections.get(name) ?? '';
  const [, picture = 'none'] = /!\[[^\]]+\]\(([^)]+)\)/.exec(section) ?? [];
  expect({ picture, isThere: existsSync(new URL(picture, folder)) }).toEqual({ picture, isThere: true });
  expect(section).toMatch(new RegExp(`^\`.*examples/${name}.*\``, 'm'));
});

it('has a picture for every example and no others', () => {
  const pictures = readdirSync(new URL('../docs/images/gallery/', folder)).sort();
  expect(pictures).toEqual([...sections.keys()].map((name) => name.replace(/\.\w+$/, '.svg')).sort());
});
