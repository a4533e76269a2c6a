/** Names that no section and no parameter has, with the one that was probably meant. */

import { nearest } from '../words/nearest.ts';
import { hintFor } from './meant.ts';
import { OTHER_SECTIONS, plainName } from './other-names.ts';
import { parametersOf, provenance, type SectionName, sectionNames } from './sections.ts';
import type { SpecProblem } from './spec-error.ts';
import { type Spelling, spell } from './spelling.ts';
import { type Given, latest, SWEEP, type Writing } from './writing.ts';

/** Sections and keys that do not exist; keys of an unknown section are not listed one by one. */
export function unknownNames(writing: Writing): SpecProblem[] {
  const sections = [...writing.tables].filter(([name]) => !isSection(name));
  return [
    ...sections.map(([name, place]) => ({ ...unknownSection(name), key: name, place })),
    ...latest(writing).flatMap((given) => unknownKey(given, writing)),
  ];
}

type Known = SectionName | typeof provenance.section;

function isSection(name: string): name is Known {
  return [...sectionNames, provenance.section].some((known) => known === name);
}

const listed = (names: readonly string[]) => names.join(', ');

function unknownSection(name: string) {
  const names = [...sectionNames, SWEEP];
  const meant = nearest(name, names) ?? otherSection(name);
  return {
    expected: `one of the sections ${listed(names.map((section) => `[${section}]`))}`,
    found: `the unknown section [${name}]`,
    suggestion: meant && `[${meant}]`,
  };
}

function otherSection(name: string): SectionName | typeof SWEEP | undefined {
  const plain = plainName(name);
  return Object.hasOwn(OTHER_SECTIONS, plain) ? OTHER_SECTIONS[plain] : undefined;
}

function unknownKey(given: Given, writing: Writing): SpecProblem[] {
  const [section, key] = given.path;
  const problem = { key: given.path.join('.'), place: given.keyPlace };
  if (!isSection(section)) {
    if (key === undefined) return [{ ...problem, ...keyOutside(given, writing) }];
    return writing.tables.has(section) ? [] : [{ ...problem, ...unknownSection(section) }];
  }
  if (key === undefined) return [{ ...problem, expected: `a section [${section}]`, found: given.at([]).written }];
  const names = keysOf(section, writing.spelling);
  if (names.includes(key)) return [];
  const home = section === provenance.section ? undefined : section;
  const hint = hintFor(key, home, given.value, writing);
  return [{ ...problem, expected: `one of the keys ${listed(names)}`, found: `the unknown key ${key}`, ...hint }];
}

function keyOutside({ path: [key], value }: Given, writing: Writing) {
  return {
    expected: 'keys inside a section',
    found: `the unknown key ${key}`,
    ...hintFor(key, undefined, value, writing),
  };
}

function keysOf(section: Known, spelling: Spelling): readonly string[] {
  if (section === provenance.section) return provenance.keys;
  return parametersOf(section).map(([name]) => spell(name, spelling));
}
