/** A page that needs nothing but itself. */
import { escaped } from '../figures/svg.ts';
import { STYLE } from './style.ts';

export function page(title: string, body: string): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    `<body>\n${body}\n</body>`,
    '</html>\n',
  ].join('\n');
}

/** A heading with what follows it; nothing where there is nothing. */
export function section(title: string, content: string): string {
  return content === '' ? '' : `<section>\n<h2>${escaped(title)}</h2>\n${content}\n</section>`;
}

/** A table. `head`: plain text; `rows`: markup; `kind`: that of the style sheet. */
export function htmlTable(head: readonly string[], rows: readonly string[], kind = 'plain'): string {
  const top = head.length > 0 ? `<thead>${row(head.map(escaped), 'th')}</thead>\n` : '';
  return `<table class="${kind}">\n${top}<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** Cells are markup. */
export const row = (cells: readonly string[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
