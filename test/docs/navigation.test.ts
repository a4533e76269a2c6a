/** Every page of the site can be reached from its navigation. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import config from '../../docs/.vitepress/config.ts';

const docs = new URL('../../docs/', import.meta.url);

interface Entry {
  readonly link?: string;
  readonly items?: readonly Entry[];
}

const linksOf = ({ link, items = [] }: Entry): string[] => [...(link ? [link] : []), ...items.flatMap(linksOf)];

/** The address of a page of docs/; that of a folder for the page which introduces it. */
const addressOf = (file: string): string => `/${file.replace(/\.md$/, '').replace(/(index|README)$/, '')}`;

it('the sidebar has every page once, except the front page', () => {
  const files = readdirSync(docs, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((name) => name.endsWith('.md') && !/^(index\.md$|api\/|\.)/.test(name));
  const links = linksOf({ items: config.themeConfig?.sidebar as Entry[] }).filter((link) => link !== '/api/');
  expect(links.sort()).toEqual(pages.map(addressOf).sort());
});
