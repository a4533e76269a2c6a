/** From keys with their values to points: the product of all, or lists taken together. */
import type { SpecProblem } from '../spec-error.ts';
import type { Given } from '../writing.ts';
import type { Entry } from '../written.ts';
import type { Axis } from './axes.ts';
import { MOST_POINTS } from './declarations.ts';

/** What a point gives, key by key. */
export type PointWriting = readonly Given[];

/** The points of a sweep, the last key changing fastest. What is wrong goes to `problems`. */
export function combined(
  axes: readonly Axis[],
  combine: 'grid' | 'together',
  sweep: Entry,
  problems: SpecProblem[],
): PointWriting[] {
  const counts = axes.map(({ values }) => values.length);
  if (combine === 'together') return together(axes, sweep, problems);
  const count = counts.reduce((product, length) => product * length, 1);
  if (count > MOST_POINTS) {
    problems.push(tooMany(count, counts.join(' × '), sweep));
    return [];
  }
  return Array.from({ length: count }, (_, index) => gridPoint(axes, index));
}

function together(axes: readonly Axis[], sweep: Entry, problems: SpecProblem[]): PointWriting[] {
  if (new Set(axes.map(({ values }) => values.length)).size > 1) {
    problems.push(unequal(axes, sweep));
    return [];
  }
  return axes[0].values.map((_, i) => axes.map(({ values }) => values[i]));
}

/** The point of a number from 0: its digits, each in the base of its key. */
function gridPoint(axes: readonly Axis[], index: number): PointWriting {
  let rest = index;
  return axes
    .toReversed()
    .map(({ values }) => {
      const digit = rest % values.length;
      rest = (rest - digit) / values.length;
      return values[digit];
    })
    .toReversed();
}

const unequal = (axes: readonly Axis[], { name, place }: Entry): SpecProblem => ({
  key: name,
  expected: 'lists of equal length, which combine = "together" takes point by point',
  found: axes.map(({ key, values }) => `${values.length} of ${key.name}`).join(', '),
  suggestion: 'combine = "grid"',
  place,
});

/** The problem of a study beyond all machines. `written`: how the number came about. */
export const tooMany = (count: number, written: string, { name, place }: Entry): SpecProblem => ({
  key: name,
  expected: `at most ${MOST_POINTS} points`,
  found: written === String(count) ? written : `${written} = ${count}`,
  place,
});
