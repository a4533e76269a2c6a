/** A page that needs nothing but itself. */
import { escaped } from '../figures/svg.ts';
import { STYLE } from './style.ts';

/** `source`: fingerprint of what the page is made from, by which it is known to be up to date. */
export function page(title: string, body: string, source: string | null = null): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    ...(source === null ? [] : [sourceTag(source)]),
    `<style>${STYLE}</style>`,
    '</head>',
    `<body>\n${body}\n</body>`,
    '</html>\n',
  ].join('\n');
}

/** The element that says what a page is made from. */
export const sourceTag = (source: string): string => `<meta name="source" content="${escaped(source)}">`;

/** The head of a page: its title, plain text, and lines of markup below it. */
export const pageHeader = (title: string, lines: readonly string[]): string =>
  ['<header>', `<h1>${escaped(title)}</h1>`, ...lines, '</header>'].join('\n');

/** Lines of plain text, each a paragraph. */
export const paragraphs = (lines: readonly string[]): string[] => lines.map((line) => `<p>${escaped(line)}</p>`);

/** The spec as the user wrote it; nothing where it is not known. */
export const specSection = (text: string): string =>
  section('Spec', text === '' ? '' : `<pre>${escaped(text.trim())}</pre>`);

/** A number, or other plain text, in a cell. */
export const numberCell = (text: string): string => escaped(text.replace(/^-/, '−'));

/** A heading with what follows it; nothing where there is nothing. */
export function section(title: string, content: string): string {
  return content === '' ? '' : `<section>\n<h2>${escaped(title)}</h2>\n${content}\n</section>`;
}

/** Figures side by side, each with its note below where it has one; nothing where there are none. */
export function figureGrid(figures: readonly { readonly inline: string; readonly note: string }[]): string {
  if (figures.length === 0) return '';
  const parts = figures.map(
    ({ inline, note }) => `<figure>${inline}${note && `<figcaption>${escaped(note)}</figcaption>`}</figure>`,
  );
  return `<div class="figures">\n${parts.join('\n')}\n</div>`;
}

/** A table. `head`: plain text; `rows`: markup; `kind`: that of the style sheet. */
export function htmlTable(head: readonly string[], rows: readonly string[], kind = 'plain'): string {
  const top = head.length > 0 ? `<thead>${row(head.map(escaped), 'th')}</thead>\n` : '';
  return `<table class="${kind}">\n${top}<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** Cells are markup. */
export const row = (cells: readonly string[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
