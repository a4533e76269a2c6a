/** Neighbours by shell, as tables for kernels. */
import { InputError } from '../errors.ts';
import { withoutDisorder } from '../lattice/create.ts';
import { spinBonds } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { ShellChoice } from './model.ts';
import { checkTableSize } from './table-size.ts';

/** Compressed rows: the entries of row r are entry[start[r]] … entry[start[r + 1] − 1]. */
export interface Rows {
  readonly start: Int32Array;
  readonly entry: Int32Array;
}

/** The numbers of the chosen shells, ascending. Throws InputError where the lattice has no bond of one of them. */
export function chosenShells(lattice: Lattice, choice: ShellChoice): readonly number[] {
  if (choice === 'all') checkTableSize(lattice, choice);
  const shells = choice === 'all' ? lattice.minimalImageShells : numbersOf(choice, lattice);
  if (choice !== 'all') checkTableSize(lattice, shells);
  // A realisation without bonds of a shell has the parameters of all others, so that models carry over.
  const perfect = withoutDisorder(lattice);
  const missing = shells.filter((shell) => perfect.bonds(shell).length === 0);
  if (missing.length === 0) return shells;
  const { kind, size } = lattice.spec;
  const found = `no bond of shell ${missing.join(', ')} on the ${size.join(' × ')} ${kind} lattice`;
  throw new InputError(`shells: expected shells that have bonds, found ${found}\n  did you mean "all"?`);
}

/** The shells that a kind uses where a choice says nothing: the first so many, as far as a small lattice with open boundaries has bonds of them. */
export function usualShells(lattice: Lattice, count: number): readonly number[] {
  const perfect = withoutDisorder(lattice);
  return firstShells(count).filter((shell) => perfect.bonds(shell).length > 0);
}

function numbersOf(choice: number | readonly number[], lattice: Lattice): readonly number[] {
  const numbers = typeof choice === 'number' ? firstShells(choice) : choice;
  // A single site has no shell at all, and its models describe themselves by that.
  if (Array.isArray(choice) && choice.length === 0 && lattice.minimalImageShells.length === 0) return [];
  const ascending =
    Array.isArray(numbers) && numbers.every((shell, k) => Number.isInteger(shell) && shell > (numbers[k - 1] ?? 0));
  if (ascending && numbers.length > 0) return numbers;
  throw new InputError(
    `shells: expected "all", a number ≥ 1 or ascending shell numbers, found ${JSON.stringify(choice)}\n  did you mean 6?`,
  );
}

function firstShells(count: number): number[] {
  return Number.isInteger(count) && count > 0 ? Array.from({ length: count }, (_, k) => k + 1) : [];
}

/**
 * Row i n_s + k: the sites i + δ for all displacements δ of the k-th shell, either sign. Where several δ reach the same site, or i
 * itself, it is listed as often. Sites without a spin have no neighbours and are none.
 */
export function neighbourRows(lattice: Lattice, shells: readonly number[]): Rows {
  // Counted first, then filled: lists of lists of all pairs of sites would take gigabytes.
  const start = new Int32Array(lattice.siteCount * shells.length + 1);
  const eachEnd = (visit: (row: number, site: number) => void) =>
    shells.forEach((shell, k) => {
      for (const { from, to } of spinBonds(lattice, shell)) {
        visit(from * shells.length + k, to);
        visit(to * shells.length + k, from);
      }
    });
  eachEnd((row) => {
    start[row + 1]++;
  });
  for (let row = 1; row < start.length; row++) start[row] += start[row - 1];
  const entry = new Int32Array(start[start.length - 1]);
  const next = start.slice();
  eachEnd((row, site) => {
    entry[next[row]++] = site;
  });
  return { start, entry };
}

/**
 * Row i w + d: site i itself for d = 0, then the site at one displacement of the shells, either sign, for each of the w − 1 that some
 * site has; no site where that displacement leads out of the lattice or does not start from i.
 */
export function displacementRows(lattice: Lattice, shells: readonly number[]): { rows: Rows; width: number } {
  const bonds = shells.flatMap((shell) => spinBonds(lattice, shell));
  const steps = bonds.flatMap(({ from, to, displacement }) => [
    { from, to, key: keyOf(displacement, 1) },
    { from: to, to: from, key: keyOf(displacement, -1) },
  ]);
  const numbers = new Map([...new Set(steps.map(({ key }) => key))].map((key, d) => [key, d + 1]));
  const width = numbers.size + 1;
  const rows: number[][] = Array.from({ length: lattice.siteCount * width }, (_, row) =>
    row % width === 0 ? [row / width] : [],
  );
  for (const { from, to, key } of steps) rows[from * width + (numbers.get(key) as number)].push(to);
  return { rows: compress(rows), width };
}

/** Vectors equal up to rounding have the same key; + 0 since −0 is written as 0 is, but not rounded to it. */
const keyOf = (vector: readonly number[], sign: number) => vector.map((x) => (sign * x + 0).toFixed(6)).join();

/** Row i: site i and all sites within its first `window` shells, each once, ascending. */
export function windowRows(lattice: Lattice, window: number): Rows {
  checkTableSize(lattice, window);
  const { start, entry } = neighbourRows(lattice, firstShells(window));
  const rows = Array.from({ length: lattice.siteCount }, (_, i) => {
    const within = entry.subarray(start[i * window], start[(i + 1) * window]);
    return [...new Set([i, ...within])].sort((a, b) => a - b);
  });
  return compress(rows);
}

/** Compressed rows from lists. */
export function compress(rows: readonly (readonly number[])[]): Rows {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => {
    start[r + 1] = start[r] + row.length;
  });
  return { start, entry: Int32Array.from(rows.flat()) };
}
