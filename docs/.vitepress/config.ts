/** The documentation site: `npm run docs` builds it into build/site. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { setFormulas } from './formulas.ts';
import { assetUrl, BASE, makeRelocatable } from './relocatable.ts';

const docs = new URL('../', import.meta.url);

/** The pages of a folder in the order of their names, titled by their first heading; none where there is no folder. */
function pagesOf(folder: string): { text: string; link: string }[] {
  const directory = new URL(`${folder}/`, docs);
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).filter((name) => name.endsWith('.md') && name !== 'index.md');
  return files.sort().map((name) => {
    const [, title = name] = /^# (.+)$/m.exec(readFileSync(new URL(name, directory), 'utf8')) ?? [];
    return { text: title, link: `/${folder}/${name.replace(/\.md$/, '')}` };
  });
}

/** A group of the sidebar; left out while it has no page. */
const group = (text: string, items: { text: string; link: string }[], collapsed = false) =>
  items.length === 0 ? [] : [{ text, items, collapsed }];

const page = (text: string, link: string) => ({ text, link });

/** Pages before the library, which has every word somewhere. It goes to the browser as text, so it stands alone. */
const pagesFirst = (id: string): number => (id.includes('/api/') ? 0.2 : 1);

const guide = [
  page('Tutorial', '/guide/tutorial'),
  page('Samplers', '/guide/samplers'),
  page('Effective models', '/guide/effective-models'),
  page('Error bars', '/guide/statistics'),
  page('Run directory', '/guide/run-directory'),
];
const background = [
  page('Why it is exact', '/exactness'),
  page('Conventions', '/conventions'),
  page('The method', '/method'),
  page('How we test', '/testing'),
  page('Validation', '/validation'),
];
const reference = [page('Keys of a spec', '/spec'), page('Observables', '/observables'), page('Library', '/api/')];
const extending = [
  page('Add a model', '/extend/model'),
  page('Add a sampler', '/extend/sampler'),
  page('Add an observable', '/extend/observable'),
  page('Add a lattice', '/extend/lattice'),
];
const claims = pagesOf('claims');

export default defineConfig({
  title: 'spinformer',
  description: 'Exact, self-learning Monte Carlo for electrons coupled to classical spins',
  lang: 'en',
  base: BASE,
  outDir: '../build/site',
  cacheDir: '../build/vitepress',
  buildEnd: ({ outDir }) => makeRelocatable(outDir),
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  vite: { experimental: { renderBuiltUrl: assetUrl } },
  markdown: { config: setFormulas },
  themeConfig: {
    nav: [
      page('Tutorial', '/guide/tutorial'),
      page('Why it is exact', '/exactness'),
      page('Reference', '/spec'),
      ...claims.slice(0, 1).map(({ link }) => page('Claims', link)),
    ],
    sidebar: [
      ...group('Guide', guide),
      ...group('Background', background),
      ...group('Reference', reference),
      ...group('Extending', extending),
      ...group('Claims of the talk', claims),
      ...group('Decisions', pagesOf('decisions'), true),
    ],
    outline: [2, 3],
    search: { provider: 'local', options: { miniSearch: { searchOptions: { boostDocument: pagesFirst } } } },
  },
});
