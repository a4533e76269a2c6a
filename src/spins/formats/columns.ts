/** Spins as columns of a text: a line per site, separated by spaces, tabs, commas or semicolons. */
import { InputError } from '../../errors.ts';
import { layoutOf, type Row } from './column-layout.ts';
import { checkedConfiguration, type SpinsOptions } from './configurations.ts';
import { siteFinder } from './site-finder.ts';

/** Configurations of a text, and the names of its columns where it has them. */
interface Table {
  readonly names: readonly string[];
  /** Blank lines are between configurations. */
  readonly blocks: readonly (readonly Row[])[];
}

/**
 * Reads x y z of every site, in the order of sites; with the number of the site in front (from 0, or from 1), or its position in lattice constants, in any order. The first line may
 * name the columns; # and % begin comments; blank lines separate configurations. Throws InputError with file and line.
 */
export function parseColumns(text: string, file: string, options: SpinsOptions): Float64Array[] {
  const { names, blocks } = tableOf(text, file);
  if (blocks.length === 0) throw new InputError(`${file}: expected spins, found none`);
  return blocks.map((rows, index) => configuration(rows, names, file, index, options));
}

function configuration(
  rows: readonly Row[],
  names: readonly string[],
  file: string,
  index: number,
  options: SpinsOptions,
): Float64Array {
  const { siteCount, dimension } = options.lattice;
  const where = `${file}: configuration ${index}`;
  if (rows.length !== siteCount)
    throw new InputError(
      `${where}: expected ${siteCount} lines, one per site, found ${rows.length}, from line ${rows[0].line} to ${rows[rows.length - 1].line}`,
    );
  const layout = layoutOf(names, rows, dimension, file);
  const siteOf = siteFinder(layout, rows, options.lattice, file);
  const values = new Float64Array(3 * siteCount);
  for (const [number, row] of rows.entries())
    values.set(
      layout.spin.map((column) => row.numbers[column]),
      3 * siteOf(row, number),
    );
  return checkedConfiguration({ values, where }, options);
}

function tableOf(text: string, file: string): Table {
  let names: readonly string[] = [];
  const blocks: Row[][] = [];
  let isOpen = false;
  for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
    const words = wordsOf(content);
    if (words.length === 0) {
      // A comment alone separates nothing.
      isOpen &&= content.trim() !== '';
      continue;
    }
    if (
      blocks.length === 0 &&
      names.length === 0 &&
      words.every((word) => /^[\p{L}|_]/u.test(word) && !isNotFinite(word))
    ) {
      names = words;
      refuseObservables(names, file);
      continue;
    }
    if (!isOpen) blocks.push([]);
    isOpen = true;
    blocks[blocks.length - 1].push(rowOf(words, index + 1, file));
  }
  return { names, blocks };
}

/** Throws InputError for the first line of an export in CSV. */
function refuseObservables(names: readonly string[], file: string): void {
  if (!/^(point|chain)$/.test(names[0]) || !names.includes('sample')) return;
  throw new InputError(
    `${file}: expected spins, found an export of observables\n  spinformer export --format npy writes the configurations of a run`,
  );
}

/** The words of a line without its comment. */
function wordsOf(content: string): string[] {
  const text = content.replace(/[#%].*$/, '').trim();
  if (text === '') return [];
  return /[,;]/.test(text)
    ? text.split(text.includes(';') ? ';' : ',').map((word) => unquoted(word.trim()))
    : text.split(/\s+/);
}

const unquoted = (word: string): string => word.replace(/^"(.*)"$/, '$1');

const isNotFinite = (word: string): boolean => /^(nan|inf|infinity)$/i.test(word);

function rowOf(words: readonly string[], line: number, file: string): Row {
  const numbers = words.map((word) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : Number.NaN));
  const wrong = numbers.findIndex((value) => !Number.isFinite(value));
  if (wrong < 0) return { line, numbers };
  const found = words[wrong] === '' ? 'nothing' : words[wrong];
  throw new InputError(`${file}:${line}: expected finite numbers, found ${found} in column ${wrong + 1}`);
}
