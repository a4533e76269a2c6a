/** Tables with a column per observable, which are wider than a phone. */
import { htmlTable } from './page.ts';

/** Stands for the element that lets a name be broken, until the name is markup. */
const BREAK = '\u200b';

/** The name of an observable may be broken before a capital letter. */
const breakable = (name: string): string => name.replace(/(?<=.)(?=[A-Z_])/g, BREAK);

/** A table that scrolls inside its box. `head`: plain text; `rows`: markup. */
export const wideTable = (head: readonly string[], rows: readonly string[]): string =>
  `<div class="wide">${htmlTable(head.map(breakable), rows, 'study').replaceAll(BREAK, '<wbr>')}</div>`;
