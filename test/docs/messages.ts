/** Whether a message that a page quotes is one that the program prints: its fixed parts are those of string literals in the source. */
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The lines of all blocks of output on a page. */
export function quotedLines(page: string): string[] {
  const blocks = [...read(page).matchAll(/^```text\n(.*?)^```$/gms)];
  return blocks.flatMap(([, text]) => text.trimEnd().split('\n'));
}

/** Numbers, paths, keys with a section and quoted values are filled in. */
const FILLED_IN = /\S*([\d/"%]|\w\.\w)\S*/g;

/** The share of the letters of a line, without what is filled in, that belong to fixed parts of messages in the source. */
export function shareInSource(line: string): number {
  const isCovered = new Uint8Array(line.length);
  for (const part of fixedParts) {
    for (let at = line.indexOf(part); at >= 0; at = line.indexOf(part, at + 1)) isCovered.fill(1, at, at + part.length);
  }
  const letters = [...line.replace(FILLED_IN, (word) => ' '.repeat(word.length)).matchAll(/\p{L}/gu)];
  return letters.filter(({ index }) => isCovered[index]).length / letters.length;
}

const fixedParts = [...new Set(sources().flatMap(partsOf))].filter((part) => part.length >= 6);

function sources(): string[] {
  const files = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' });
  const typescript = files.filter((name) => /(?<!\.generated)\.ts$/.test(name));
  return [...typescript.map((name) => read(`src/${name}`)), read('scripts/prepare')];
}

/** The literals of a source without what its templates fill in. */
function partsOf(source: string): string[] {
  const code = source.replace(/\/\*.*?\*\//gs, '').replace(/^\s*(\/\/|#).*$/gm, '');
  const literals = code.match(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g) ?? [];
  return literals.flatMap((literal) => literal.slice(1, -1).split(/\$\{[^}]*\}|\\n/)).map((part) => part.trim());
}
