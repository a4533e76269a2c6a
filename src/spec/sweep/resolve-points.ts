/** The points of a sweep as specs, each resolved as if it stood alone. */
import { DISORDER_DEFAULTS } from '../../lattice/disorder/disorder.ts';
import { resolve } from '../resolve.ts';
import { parametersOf, type SectionName } from '../sections.ts';
import type { Spec } from '../shape.ts';
import { SpecError } from '../spec-error.ts';
import { spell } from '../spelling.ts';
import type { StudyPoint, SweptValue } from '../study.ts';
import type { Given, Writing } from '../writing.ts';
import type { PointWriting } from './combine.ts';
import { duplicates } from './duplicates.ts';
import { createFaults } from './faults.ts';
import { pointName, type Values } from './point-name.ts';
import { REALISATION } from './realisations.ts';

/** The points of a study, and the keys that any of them gives. Throws SpecError with all that is wrong with any of them. */
export function resolvePoints(
  base: Writing,
  points: readonly PointWriting[],
): { readonly keys: string[]; readonly points: StudyPoint[] } {
  const keys = [...new Set(points.flatMap((point) => point.map(dotted)))];
  const faults = createFaults();
  const specs = points.map((point, index) => {
    try {
      return resolve(writingOf(base, point));
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      for (const problem of error.problems) faults.add(index, problem);
      return undefined;
    }
  });
  const names = points.map((point, i) => pointName(ownValues(point, specs[i])));
  const problems = faults.problems(names);
  if (problems.length > 0) {
    const named = points.map((point, i) => ({ name: names[i], values: ownValues(point, specs[i]) }));
    throw new SpecError([...problems, ...duplicates(named, points)]);
  }
  return { keys, points: (specs as Spec[]).map((spec, i) => ({ name: names[i], values: valuesIn(spec, keys), spec })) };
}

/** The writing of a point: what it gives replaces what the spec says. */
export const writingOf = (base: Writing, point: PointWriting): Writing => ({
  ...base,
  sweep: undefined,
  given: [...base.given, ...point],
});

/** A key as points.json and a TOML spec have it. */
const dotted = ({ path }: Given): string => path.map((name) => spell(name, 'snake_case')).join('.');

/** What a point gives by itself: as its spec has it, or where there is none, as it was written. */
const ownValues = (point: PointWriting, spec: Spec | undefined): Values =>
  spec
    ? valuesIn(spec, point.map(dotted))
    : Object.fromEntries(point.map((given) => [dotted(given), given.value as SweptValue]));

/** The values of all keys: a key that a point leaves out has that of its spec, if it has one. */
function valuesIn(spec: Spec, keys: readonly string[]): Values {
  const values = keys.map((key) => [key, valueIn(spec, key)] as const);
  return Object.fromEntries(values.filter((entry): entry is readonly [string, SweptValue] => entry[1] !== undefined));
}

function valueIn(spec: Spec, dottedKey: string): SweptValue | undefined {
  const [section, key] = dottedKey.split('.') as [SectionName, string];
  const [name] = parametersOf(section).find(([known]) => spell(known, 'snake_case') === key) ?? [key];
  const value = (spec[section] as Readonly<Record<string, SweptValue | undefined>> | undefined)?.[name];
  // Realisations are told apart by it, also in a list in which some points leave it out.
  return dottedKey === REALISATION ? (value ?? DISORDER_DEFAULTS.seed) : value;
}
