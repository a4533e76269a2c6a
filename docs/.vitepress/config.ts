/** The documentation site: `npm run docs` builds it into build/site. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { setExamples } from './examples.ts';
import { setFormulas } from './formulas.ts';
import { writeForPrograms } from './llms.ts';
import { assetUrl, BASE, makeRelocatable } from './relocatable.ts';

const docs = new URL('../', import.meta.url);

/** The pages of a folder in the order of their names, titled by their first heading; none where there is no folder. */
function pagesOf(folder: string): { text: string; link: string }[] {
  const directory = new URL(`${folder}/`, docs);
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).filter((name) => /^(?!index|README).*\.md$/.test(name));
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
  page('Tutorial: a study', '/guide/study-tutorial'),
  page('Examples', '/examples'),
  page('Samplers', '/guide/samplers'),
  page('Tempering', '/guide/tempering'),
  page('Effective models', '/guide/effective-models'),
  page('Flows', '/guide/flows'),
  page('At fixed filling', '/guide/filling'),
  page('Spins in and out', '/guide/spins'),
  page('Disorder', '/guide/disorder'),
  page('Studies', '/guide/studies'),
  page('Averages over realisations', '/guide/disorder-averages'),
  page('Error bars', '/guide/statistics'),
  page('Curves between points', '/guide/curves'),
  page('Spectra of the electrons', '/guide/spectra'),
  page('Finite-size scaling', '/guide/finite-size-scaling'),
  page('Run directory', '/guide/run-directory'),
  page('Clusters', '/guide/cluster'),
  page('The lab', '/guide/lab'),
  page('A window on a run', '/guide/watch'),
  page('The library', '/guide/library'),
  page('Coming from other codes', '/coming-from'),
  page('Troubleshooting', '/troubleshooting'),
];
const background = [
  page('Why it is exact', '/exactness'),
  page('Conventions', '/conventions'),
  page('The method', '/method'),
  page('Speed', '/speed'),
  page('What costs what', '/performance'),
  page('Architecture', '/architecture'),
  page('How we test', '/testing'),
  page('Validation', '/validation'),
];
const reference = [
  page('Keys of a spec', '/spec'),
  page('What goes with what', '/compatibility'),
  page('Observables', '/observables'),
  page('Glossary', '/glossary'),
  page('API', '/api/'),
];
const extending = pagesOf('extend');
const claims = [page('Overview', '/claims/'), ...pagesOf('claims')];
const decisions = [page('Overview', '/decisions/'), ...pagesOf('decisions')];

const sidebar = [
  ...group('Guide', guide),
  ...group('Background', background),
  ...group('Reference', reference),
  ...group('Extending', extending),
  ...group('Claims of the talk', claims),
  ...group('Decisions', decisions, true),
];

const title = 'spinformer';
const description = 'Exact, self-learning Monte Carlo for electrons coupled to classical spins';
/** Where the repository shows a page, and where the site does. */
const rewrites = { 'decisions/README.md': 'decisions/index.md' };

export default defineConfig({
  title,
  description,
  lang: 'en',
  base: BASE,
  outDir: '../build/site',
  rewrites,
  cacheDir: '../build/vitepress',
  buildEnd({ srcDir, outDir, pages }) {
    makeRelocatable(outDir);
    writeForPrograms({ title, description, srcDir, outDir, pages, places: rewrites, groups: sidebar });
  },
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  vite: { experimental: { renderBuiltUrl: assetUrl } },
  markdown: {
    config(markdown) {
      setExamples(markdown);
      setFormulas(markdown);
    },
  },
  themeConfig: {
    nav: [
      page('Tutorial', '/guide/tutorial'),
      page('Why it is exact', '/exactness'),
      page('Reference', '/spec'),
      ...claims.slice(0, 1).map(({ link }) => page('Claims', link)),
    ],
    sidebar,
    outline: [2, 3],
    search: { provider: 'local', options: { miniSearch: { searchOptions: { boostDocument: pagesFirst } } } },
  },
});
