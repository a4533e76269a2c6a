/** The keys of a sweep, each with its values in order. */
import { givenBy } from '../given.ts';
import type { Parameter } from '../sections.ts';
import { parametersOf, type SectionName, sectionNames } from '../sections.ts';
import type { SpecProblem } from '../spec-error.ts';
import { spell } from '../spelling.ts';
import type { Given, Writing } from '../writing.ts';
import type { Entry, Written } from '../written.ts';
import { rangeOf } from './read-range.ts';
import { isKept, keptKey } from './sweep-names.ts';
import type { SweptKey } from './swept-keys.ts';

/** A swept key and its values, each at its place. */
export interface Axis {
  readonly key: SweptKey;
  readonly values: readonly Given[];
}

/** The values of a key; what is wrong with the list or the range as a whole goes to `problems`. */
export function axisOf(key: SweptKey, writing: Writing, problems: SpecProblem[]): Axis {
  if (isKept(key)) problems.push(keptKey(key));
  const problem = wrongList(key, writing);
  if (!problem && key.content.entries) return { key, values: rangeOf(key, writing, problems) };
  if (problem) problems.push(problem);
  const { elements = [] } = key.content;
  return { key, values: elements.map((value) => givenBy(key.path, key.place, value)) };
}

function wrongList({ path, name, content }: SweptKey, writing: Writing): SpecProblem | undefined {
  const { entries, elements, written, place } = content;
  const problem = { key: `sweep.${name}`, found: written, place };
  const lists = 'a list of values, or { from, to, points }';
  const parameter = declarationOf(path, writing);
  // A ladder of temperatures has a range of its own, which makes one value.
  if (entries && parameter?.schema.safeParse(flat(entries)).success)
    return { ...problem, expected: `a list of values of ${name}`, suggestion: `[${written}]` };
  if (entries) return undefined;
  if (!elements) return { ...problem, expected: lists, suggestion: `[${written}]` };
  if (elements.length === 0) return { ...problem, expected: 'at least one value' };
  if (!parameter || !isOneValue(parameter, content)) return undefined;
  return { ...problem, expected: `a list of values of ${name}, each a list itself`, suggestion: `[${written}]` };
}

/** The declaration of a key as a user writes it. */
export function declarationOf([section, key]: readonly string[], { spelling }: Writing): Parameter | undefined {
  const name = sectionNames.find((known) => known === section) as SectionName | undefined;
  return name && parametersOf(name).find(([known]) => spell(known, spelling) === key)?.[1];
}

const flat = (entries: readonly Entry[]) =>
  Object.fromEntries(entries.map(({ name, content }) => [name, content.value]));

/** [4, 4] is one lattice.size and not two. */
function isOneValue({ schema }: Parameter, { value, elements = [] }: Written): boolean {
  return schema.safeParse(value).success && elements.every((entry) => !schema.safeParse(entry.value).success);
}
