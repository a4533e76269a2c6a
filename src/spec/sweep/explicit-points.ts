/** Points that are listed one by one, `[[sweep.points]]`. */
import { givenBy } from '../given.ts';
import type { SpecProblem } from '../spec-error.ts';
import type { Writing } from '../writing.ts';
import type { Entry, Written } from '../written.ts';
import { type PointWriting, tooMany } from './combine.ts';
import { MOST_POINTS, POINTS } from './declarations.ts';
import { isSwept, latticeFiles, ownNames, strangeName } from './sweep-names.ts';
import { type SweptKey, sweptKeys } from './swept-keys.ts';

/** What each listed point gives. What is wrong goes to `problems`. */
export function explicitPoints(list: Entry, writing: Writing, problems: SpecProblem[]): PointWriting[] {
  const { elements, written, place } = list.content;
  const problem = { key: `sweep.${POINTS}`, found: written, place };
  if (!elements) problems.push({ ...problem, expected: 'a list of points, [[sweep.points]]' });
  else if (elements.length === 0) problems.push({ ...problem, expected: 'at least one point' });
  else if (elements.length > MOST_POINTS) {
    problems.push(tooMany(elements.length, String(elements.length), { ...list, name: problem.key }));
    return [];
  }
  return (elements ?? []).map((point) => pointOf(point, writing, problems));
}

function pointOf({ entries, written, place }: Written, writing: Writing, problems: SpecProblem[]): PointWriting {
  const key = `sweep.${POINTS}`;
  if (!entries) problems.push({ key, expected: 'a point, as { model.temperature = 0.1 }', found: written, place });
  else if (entries.length === 0)
    problems.push({ key, expected: 'a key of a spec with its value', found: 'none', place });
  const all = entries ?? [];
  problems.push(...all.filter((entry) => !isSwept(entry)).map((entry) => strangeInPoint(entry, writing)));
  const keys = sweptKeys(all.filter(isSwept));
  problems.push(...repeatedKeys(keys), ...latticeFiles(keys));
  return keys.map((swept) => givenBy(swept.path, swept.place, swept.content));
}

/** After the header of a point every line belongs to it: options have to stand before. */
function strangeInPoint(entry: Entry, writing: Writing): SpecProblem {
  const problem = strangeName(entry, [], writing);
  if (!ownNames(writing).includes(entry.name)) return problem;
  return {
    ...problem,
    suggestion: undefined,
    note: `${entry.name} belongs to [sweep], before the first [[sweep.points]]`,
  };
}

/** Keys that are given twice, in one table or in one point. */
export function repeatedKeys(keys: readonly Pick<SweptKey, 'name' | 'place'>[]): SpecProblem[] {
  const seen = new Set<string>();
  return keys.flatMap(({ name, place }) => {
    const isKnown = seen.has(name);
    seen.add(name);
    return isKnown ? [{ key: `sweep.${name}`, expected: 'every key once', found: `${name} again`, place }] : [];
  });
}
