/** What is wrong with points, each thing said once, with the first point that has it. */
import { placeName } from '../place.ts';
import type { SpecProblem } from '../spec-error.ts';

interface Fault {
  readonly problem: SpecProblem;
  readonly first: number;
  count: number;
}

/** A list of problems by point. */
export interface Faults {
  /** `point`: its number, from 0. */
  add(point: number, problem: SpecProblem): void;
  /** All problems; those of some points only say of which. `names`: those of all points. */
  problems(names: readonly string[]): SpecProblem[];
}

export function createFaults(): Faults {
  const faults = new Map<string, Fault>();
  return {
    add(point, problem) {
      const key = identity(problem);
      const known = faults.get(key);
      if (known) known.count++;
      else faults.set(key, { problem, first: point, count: 1 });
    },
    problems: (names) => firstOf([...faults.values()].map((fault) => withPoint(fault, names))),
  };
}

/** Most problems that are told: thousands of values may be wrong in the same way. */
export const MOST_TOLD = 20;

/** As many as are told, the last one with how many more there are. */
export function firstOf(problems: readonly SpecProblem[]): SpecProblem[] {
  const told = problems.slice(0, MOST_TOLD);
  if (problems.length <= MOST_TOLD) return told;
  return told.with(-1, noted(told[MOST_TOLD - 1], `and ${problems.length - MOST_TOLD} more mistakes in other places`));
}

const noted = (problem: SpecProblem, words: string): SpecProblem => ({
  ...problem,
  note: problem.note ? `${problem.note}\n  ${words}` : words,
});

/** What makes two problems one: all values of a range stand at one place. */
export function identity({ key, expected, found, place }: SpecProblem): string {
  return JSON.stringify([placeName(place), key, expected, place.span ? '' : found]);
}

function withPoint({ problem, first, count }: Fault, names: readonly string[]): SpecProblem {
  if (count === names.length && count > 1) return problem;
  return noted(problem, inPoints({ first, count }, names));
}

/** The points that have a problem: the first, and how many more. */
export const inPoints = ({ first, count }: Pick<Fault, 'first' | 'count'>, names: readonly string[]): string =>
  `in ${pointWords(first, names)}${count > 1 ? `, and in ${count - 1} more` : ''}`;

/** A point by number and name; numbers count from 1, as in `--points`. */
export const pointWords = (index: number, names: readonly string[]): string => `point ${index + 1}, ${names[index]}`;
