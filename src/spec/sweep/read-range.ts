/** A range as it is written, `{ from, to, points, spacing }`, as values of its key. */
import { givenBy } from '../given.ts';
import { rangeValues } from '../range.ts';
import { meantInRange } from '../range-names.ts';
import { checkSection } from '../resolve.ts';
import type { SpecProblem } from '../spec-error.ts';
import { type Given, shortened, type Writing } from '../writing.ts';
import type { Entry, Written } from '../written.ts';
import { rangeKeys } from './declarations.ts';
import type { SweptKey } from './swept-keys.ts';

/** One value per point of a range, all at the place of the range. What is wrong goes to `problems`. */
export function rangeOf(key: SweptKey, writing: Writing, problems: SpecProblem[]): Given[] {
  const range = checkedRange(key, writing, problems);
  if (!range) return [];
  const values = valuesOf(range);
  const { place } = key.content;
  const all = shortened(values.slice(0, 20).map(wordsOf).join(', '));
  return values.map((value) => ({
    ...givenBy(key.path, key.place, { value, place, written: `${wordsOf(value)} in the range ${all}` }),
    isComputed: true,
  }));
}

/** A range as it is read, of numbers or of vectors. */
interface Range {
  readonly from: number | readonly number[];
  readonly to: number | readonly number[];
  readonly points: number;
  readonly spacing: 'linear' | 'geometric';
}

/** Vectors component by component. */
function valuesOf({ from, to, ...rest }: Range): (number | number[])[] {
  if (typeof from === 'number' && typeof to === 'number') return rangeValues({ from, to, ...rest });
  const [first, last] = [from, to] as [readonly number[], readonly number[]];
  const components = first.map((value, c) => rangeValues({ from: value, to: last[c], ...rest }));
  return Array.from({ length: rest.points }, (_, k) => components.map((values) => values[k]));
}

const wordsOf = (value: number | readonly number[]): string =>
  typeof value === 'number' ? String(value) : JSON.stringify(value);

function checkedRange(key: SweptKey, writing: Writing, problems: SpecProblem[]): Range | undefined {
  const name = `sweep.${key.name}`;
  const { entries = [], place } = key.content;
  const wrong: SpecProblem[] = entries.flatMap((entry) => unknownKey(name, entry));
  // Of a key under another name, that it is missing too need not be said.
  if (wrong.length > 0) {
    problems.push(...wrong);
    return undefined;
  }
  const given = entries.map((entry) => givenBy([name, entry.name], entry.place, entry.content));
  const range = checkSection(name, rangeKeys(), { ...writing, tables: new Map([[name, place]]), given }, wrong);
  if (wrong.length === 0) wrong.push(...wrongTogether(name, range as unknown as Range, key.content));
  problems.push(...wrong);
  return wrong.length === 0 ? (range as unknown as Range) : undefined;
}

function unknownKey(range: string, { name, place }: Entry): SpecProblem[] {
  const names = rangeKeys().map(([known]) => known);
  if (names.includes(name)) return [];
  return [
    {
      key: `${range}.${name}`,
      expected: `a list of values, or a range with the keys ${names.join(', ')}`,
      found: `the unknown key ${name}`,
      suggestion: meantInRange(name, names),
      note: name === 'step' ? 'points says how many values there are, both ends included' : undefined,
      place,
    },
  ];
}

function wrongTogether(key: string, { from, to, spacing }: Range, { place, written }: Written): SpecProblem[] {
  const problem = { key, found: written, place };
  if ([from].flat().length !== [to].flat().length || typeof from !== typeof to)
    return [{ ...problem, expected: 'two ends that are numbers, or lists of the same length' }];
  if (wordsOf(from) === wordsOf(to))
    return [{ ...problem, expected: 'two different ends', suggestion: `[${wordsOf(from)}]` }];
  if (typeof from !== 'number' || typeof to !== 'number')
    return spacing === 'linear'
      ? []
      : [{ ...problem, expected: 'numbers for equal ratios', suggestion: 'spacing = "linear"' }];
  if (spacing === 'geometric' && from * to <= 0) {
    const expected = 'two ends above 0, or two below, for equal ratios';
    return [{ ...problem, expected, suggestion: 'spacing = "linear"' }];
  }
  return [];
}
