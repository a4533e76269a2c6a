/** The section [sweep] as it is written: its options, and what every point gives. */
import { nearest } from '../../words/nearest.ts';
import { givenBy } from '../given.ts';
import { checkSection } from '../resolve.ts';
import type { SpecProblem } from '../spec-error.ts';
import { spell } from '../spelling.ts';
import { find, type Given, SWEEP, type Writing } from '../writing.ts';
import type { Entry } from '../written.ts';
import { axisOf } from './axes.ts';
import { combined, type PointWriting } from './combine.ts';
import { optionParameters, POINTS } from './declarations.ts';
import { explicitPoints, repeatedKeys } from './explicit-points.ts';
import { isSwept, latticeFiles, ownNames, strangeName } from './sweep-names.ts';
import { type SweptKey, sweptKeys } from './swept-keys.ts';

export interface SweepOptions {
  readonly combine: 'grid' | 'together';
  readonly carryModels: boolean;
  readonly levels: boolean;
  /** `carry_models` as it was given. */
  readonly carrying: Given | undefined;
}

export interface Sweep extends SweepOptions {
  /** The keys that any point gives, each once. */
  readonly keys: readonly Given[];
  readonly points: readonly PointWriting[];
  /** All values of all keys, those of keys that make no points among them. */
  readonly values: readonly Given[];
  /** Whether the points are all combinations of the values of their keys, and not a list. */
  readonly isGrid: boolean;
}

/** Reads [sweep]; `overrides`: options of it that were given with --set. What is wrong goes to `problems`. */
export function readSweep(
  sweep: Entry | undefined,
  overrides: readonly Given[],
  writing: Writing,
  problems: SpecProblem[],
): Sweep | undefined {
  const entries = sweep?.content.entries;
  if (!sweep || !entries) {
    const found = sweep?.content.written ?? 'nothing';
    problems.push({ key: SWEEP, expected: 'a section [sweep]', found, place: sweep?.place ?? writing.place });
    return undefined;
  }
  const options = optionsOf(sweep, overrides, writing, problems);
  const own = ownNames(writing);
  const strange = entries.filter((entry) => !isSwept(entry) && !own.includes(entry.name));
  problems.push(...strange.map((entry) => strangeName(entry, own, writing)));
  return { ...options, ...pointsOf(sweep, entries, options, writing, problems) };
}

function optionsOf(sweep: Entry, overrides: readonly Given[], writing: Writing, problems: SpecProblem[]): SweepOptions {
  const names = optionParameters().map(([name]) => spell(name, writing.spelling));
  const own = (sweep.content.entries ?? []).filter(({ name }) => names.includes(name));
  const given = [...own.map(({ name, place, content }) => givenBy([SWEEP, name], place, content)), ...overrides];
  problems.push(
    ...overrides.filter(({ path }) => !names.includes(path[1])).map((option) => notAnOption(option, names)),
  );
  const all: Writing = { ...writing, given };
  const checked = checkSection(SWEEP, optionParameters(), all, problems) as unknown as SweepOptions;
  return { ...checked, carrying: find(all, [SWEEP, spell('carryModels', writing.spelling)]) };
}

const notAnOption = ({ path, keyPlace }: Given, names: readonly string[]): SpecProblem => ({
  key: path.join('.'),
  expected: `one of the keys ${names.join(', ')}`,
  found: path[1],
  suggestion: nearest(path[1], names),
  note: 'values of a sweep are changed in the file',
  place: keyPlace,
});

function pointsOf(
  sweep: Entry,
  entries: readonly Entry[],
  { combine }: SweepOptions,
  writing: Writing,
  problems: SpecProblem[],
): Omit<Sweep, keyof SweepOptions> {
  const list = entries.find(({ name }) => name === POINTS);
  const keys = sweptKeys(entries.filter(isSwept));
  if (list && keys.length > 0) problems.push(bothWays(list));
  if (!list && keys.length === 0 && problems.length === 0) problems.push(nothing(sweep));
  if (list) return listedPoints(explicitPoints(list, writing, problems));
  const wrong: SpecProblem[] = [...repeatedKeys(keys), ...latticeFiles(keys)];
  const axes = keys.map((key) => axisOf(key, writing, wrong));
  const points = wrong.length === 0 && axes.length > 0 ? combined(axes, combine, sweep, wrong) : [];
  problems.push(...wrong);
  const values = axes.flatMap((axis) => axis.values);
  return { keys: keys.map(givenByKey), points, values, isGrid: combine === 'grid' };
}

const givenByKey = ({ path, place, content }: SweptKey): Given => givenBy(path, place, content);

function listedPoints(points: readonly PointWriting[]): Omit<Sweep, keyof SweepOptions> {
  const keys = new Map(points.flat().map((given) => [given.path.join('.'), given]));
  return { keys: [...keys.values()], points, values: points.flat(), isGrid: false };
}

const bothWays = ({ place }: Entry): SpecProblem => ({
  key: `${SWEEP}.${POINTS}`,
  expected: 'keys with their values, or a list of points, not both',
  found: 'both',
  place,
});

const nothing = ({ place }: Entry): SpecProblem => ({
  key: SWEEP,
  expected: 'keys of a spec with their values, or [[sweep.points]]',
  found: 'nothing',
  suggestion: 'model.temperature = [0.05, 0.1]',
  place,
});
