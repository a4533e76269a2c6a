/** examples/README.md as a page of the site: the same text, with the examples themselves unfolding at the end of their sections. */
import type { MarkdownRenderer } from 'vitepress';

const PAGE = 'examples.md';
/** A picture that links its example, and what follows up to the next heading. */
const PICTURE_WITH_LINK = /\[(!\[[^\]]*\]\([^)]*\))\]\(([^)]+)\)([\s\S]*?)(?=\n#|$)/g;
const LINK_TO_FILE = /(?<!!)\[([^\]]+)\]\(\1\)/g;

/** The site has the pages and pictures of docs/, and none of the files of examples/. */
export function examplesPage(markdown: string): string {
  return markdown
    .replace(PICTURE_WITH_LINK, '$1$3\n::: details $2\n<<< ../examples/$2\n:::\n')
    .replace(LINK_TO_FILE, '`examples/$1`')
    .replaceAll('](../docs/', '](./');
}

export function setExamples(markdown: MarkdownRenderer): void {
  markdown.core.ruler.before('normalize', 'examples', (state) => {
    if (state.env.relativePath === PAGE) state.src = examplesPage(state.src);
  });
}
