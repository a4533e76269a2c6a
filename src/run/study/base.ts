/** What makes two studies the same: the spec without the values of its sweep. */
import { spell } from '../../spec/spelling.ts';
import type { Study } from '../../spec/study.ts';
import type { TomlSections, TomlTable } from '../../store/store.ts';
import { toSections } from '../conductor/stored-spec.ts';

/**
 * The values that all points have in common, those of swept keys left out, with the swept keys in a section of their own. A default that depends on a swept value,
 * as the number of directions on the kind of the lattice, is no common value either.
 */
export function baseOf({ keys, carryModels, points }: Study): TomlSections {
  const [first, ...others] = points.map(({ spec }) => spec);
  const base = others.reduce<object>((common, spec) => (common === spec ? common : commonPart(common, spec)), first);
  return { sweep: { keys, carryModels }, ...withoutKeys(toSections(base as never), keys) };
}

/** The sections of one without the keys that another has not. */
export function onlyKeysOf(one: TomlSections, other: TomlSections): TomlSections {
  const sections = Object.entries(one).filter(([name]) => name in other);
  return Object.fromEntries(
    sections.map(([name, section]) => [
      name,
      Object.fromEntries(Object.entries(section as TomlTable).filter(([key]) => key in other[name])),
    ]),
  );
}

/** What is the same in both, section by section and key by key. */
function commonPart<T extends object>(one: T, other: object): T {
  const sections = Object.entries(one).map(([name, section]) => {
    const there = (other as Record<string, unknown>)[name];
    return [name, isTable(section) && isTable(there) ? commonKeys(section, there) : section] as const;
  });
  return Object.fromEntries(sections.filter(([name]) => name in other)) as T;
}

const commonKeys = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(one).filter(([key, value]) => key in other && isSame(value, other[key])));

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));

function withoutKeys(sections: TomlSections, keys: readonly string[]): TomlSections {
  const entries = Object.entries(sections).map(([name, section]) => [
    name,
    Object.fromEntries(
      Object.entries(section as TomlTable).filter(([key]) => !keys.includes(`${name}.${spell(key, 'snake_case')}`)),
    ),
  ]);
  return Object.fromEntries(entries);
}
