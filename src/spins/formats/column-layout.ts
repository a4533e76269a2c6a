/** Which column of a text is what: by the names of the columns, or by their number. */
import { InputError } from '../../errors.ts';

/** A line of numbers. */
export interface Row {
  /** Counted from 1. */
  readonly line: number;
  readonly numbers: readonly number[];
}

/** Columns, counted from 0. */
export interface Layout {
  readonly spin: readonly number[];
  /** That of the number of the site, where there is one. */
  readonly site?: number | undefined;
  /** Those of its position, where there are some. */
  readonly position: readonly number[];
}

const SITE = /^(site|index|i|n|atom|id)$/i;
const SPIN = /^(s|m|spin)_?([xyz])$/i;
const POSITION = /^(r|pos|position)?_?([xyz])$/i;

/** The layout of rows. Throws InputError where their number of columns has no meaning, or differs from line to line. */
export function layoutOf(names: readonly string[], rows: readonly Row[], dimension: number, file: string): Layout {
  const columns = rows[0].numbers.length;
  const uneven = rows.find(({ numbers }) => numbers.length !== columns);
  if (uneven)
    throw new InputError(
      `${file}:${uneven.line}: expected ${columns} columns as in line ${rows[0].line}, found ${uneven.numbers.length}`,
    );
  if (names.length === columns) {
    const named = namedLayout(names, dimension);
    if (named) return named;
  }
  return countedLayout(rows, dimension) ?? unknown(rows[0], dimension, file);
}

/** Undefined where names do not say which columns are the spin. */
function namedLayout(names: readonly string[], dimension: number): Layout | undefined {
  const columnsOf = (pattern: RegExp) =>
    [...'xyz'].map((axis) => names.findIndex((name) => pattern.exec(name)?.[2]?.toLowerCase() === axis));
  const [spin, position] = [columnsOf(SPIN), columnsOf(POSITION).slice(0, dimension)];
  if (spin.includes(-1)) return undefined;
  const site = names.findIndex((name) => SITE.test(name));
  return { spin, site: site < 0 ? undefined : site, position: position.includes(-1) ? [] : position };
}

/** Spins come last. Before them: nothing, the site, its position, both, or a position with z = 0. */
function countedLayout(rows: readonly Row[], dimension: number): Layout | undefined {
  const before = rows[0].numbers.length - 3;
  const spin = [before, before + 1, before + 2];
  const axes = Array.from({ length: dimension }, (_, d) => d);
  if (before === 0) return { spin, position: [] };
  if (before === 1) return { spin, site: 0, position: [] };
  if (before === dimension) return { spin, position: axes };
  const isFlat =
    before === 3 &&
    rows.every(({ numbers }) => axes.length < 3 && numbers.slice(dimension, 3).every((value) => value === 0));
  if (isFlat) return { spin, position: axes };
  if (before === dimension + 1) return { spin, site: 0, position: axes.map((d) => d + 1) };
  return undefined;
}

function unknown({ line, numbers }: Row, dimension: number, file: string): never {
  const before = dimension === 1 ? 'its position x' : `its position of ${dimension} numbers`;
  throw new InputError(
    `${file}:${line}: expected x y z of a spin, and before it nothing, the number of its site, or ${before}, found ${numbers.length} ${numbers.length === 1 ? 'column' : 'columns'}`,
  );
}
