/**
 * The site for programs that read text: llms.txt (https://llmstxt.org) is its table of contents, llms-full.txt has all pages of the sidebar in one file, and beside
 * every page lies its markdown.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { examplesPage } from './examples.ts';

export interface Site {
  readonly title: string;
  readonly description: string;
  /** The folder of the pages, and that of the built site. */
  readonly srcDir: string;
  readonly outDir: string;
  /** Files of all pages, relative to `srcDir`. */
  readonly pages: readonly string[];
  /** Where `rewrites` of the site puts a page, by its file. */
  readonly places: Readonly<Record<string, string | undefined>>;
  readonly groups: readonly Group[];
}

/** A group of the sidebar. */
export interface Group {
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly link: string }[];
}

export function writeForPrograms(site: Site): void {
  const pages = new Map(site.pages.map((file) => [site.places[file] ?? file, plainPage(join(site.srcDir, file))]));
  for (const [file, text] of pages) write(site, file, text);
  const textAt = (link: string): string => pages.get(fileOf(link)) ?? '';
  const listed = site.groups.flatMap(({ items }) => items);
  write(site, 'llms.txt', contents(site, textAt));
  write(site, 'llms-full.txt', listed.map(({ link }) => textAt(link)).join('\n'));
}

function write({ outDir }: Site, file: string, text: string): void {
  mkdirSync(dirname(join(outDir, file)), { recursive: true });
  writeFileSync(join(outDir, file), text);
}

/** `/guide/tutorial` → guide/tutorial.md, `/api/` → api/index.md */
const fileOf = (link: string): string => `${link.slice(1)}${link.endsWith('/') ? 'index' : ''}.md`;

function contents({ title, description, groups }: Site, textAt: (link: string) => string): string {
  const entry = ({ text, link }: Group['items'][number]): string =>
    [`- [${text}](${fileOf(link)})`, summary(textAt(link))].filter(Boolean).join(': ');
  const sections = groups.map(({ text, items }) => `## ${text}\n\n${items.map(entry).join('\n')}`);
  const everything = 'All of these pages in one file: [llms-full.txt](llms-full.txt).';
  return `${[`# ${title}`, `> ${description}`, everything, ...sections].join('\n\n')}\n`;
}

/** The first sentence of a page, without links; none where it begins with something else, or says how the page was made. */
function summary(markdown: string): string {
  const words = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  const [, sentence = ''] = /^# .+\n\n(?!Generated)([A-Z][^#:]*?\.)(?=\s)/.exec(words) ?? [];
  return sentence.replaceAll('\n', ' ');
}

const INCLUDE = /^<!--\s*@include: (\S+)\s*-->$/gm;
const SNIPPET = /^<<< ([^\s{]+)(?:\{(\w+)\})?$/gm;
/** A link to a page, which the site writes without the ending of the file. */
const LINK = /\]\((\.{1,2}\/[^)\s#]*?)(#[^)\s]*)?\)/g;

const PICTURE = /!\[([^\]]*)\]\([^)]*\)/g;

/** The markdown of a page as it stands alone: included files are written out, pictures are put into words, and links lead to markdown. */
function plainPage(file: string): string {
  const read = (name: string): string => readFileSync(join(dirname(file), name), 'utf8');
  return readFileSync(file, 'utf8')
    .replace(INCLUDE, (_, name: string) => examplesPage(read(name)))
    .replace(SNIPPET, (_, name: string, language: string) => {
      return `\`\`\`${language ?? name.split('.').at(-1)}\n${read(name).trimEnd()}\n\`\`\``;
    })
    .replace(PICTURE, '(Picture: $1)')
    .replace(LINK, (_, path: string, place = '') => `](${withEnding(path)}${place})`);
}

const withEnding = (path: string): string =>
  path.endsWith('/') ? `${path}index.md` : /\.\w+$/.test(path) ? path : `${path}.md`;
