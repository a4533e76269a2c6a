/** Names that no section and no parameter has, with the one that was probably meant. */
import { nearest } from './nearest.ts';
import { parametersOf, provenance, type SectionName, sectionNames } from './sections.ts';
import type { SpecProblem } from './spec-error.ts';
import { type Spelling, spell } from './spelling.ts';
import { type Given, latest, type Writing } from './writing.ts';

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
  return {
    expected: `one of the sections ${listed(sectionNames.map((section) => `[${section}]`))}`,
    found: `the unknown section [${name}]`,
    suggestion: nearest(name, sectionNames) && `[${nearest(name, sectionNames)}]`,
  };
}

function unknownKey(given: Given, { spelling, tables }: Writing): SpecProblem[] {
  const [section, key] = given.path;
  const problem = { key: given.path.join('.'), place: given.keyPlace };
  if (!isSection(section)) {
    if (key === undefined) return [{ ...problem, ...keyOutside(section, spelling) }];
    return tables.has(section) ? [] : [{ ...problem, ...unknownSection(section) }];
  }
  if (key === undefined) return [{ ...problem, expected: `a section [${section}]`, found: given.at([]).written }];
  const names = keysOf(section, spelling);
  if (names.includes(key)) return [];
  const suggestion = nearest(key, names) ?? elsewhere(key, spelling);
  return [{ ...problem, expected: `one of the keys ${listed(names)}`, found: `the unknown key ${key}`, suggestion }];
}

function keyOutside(key: string, spelling: Spelling) {
  const suggestion = elsewhere(key, spelling) ?? nearest(key, sectionNames);
  return { expected: 'keys inside a section', found: `the unknown key ${key}`, suggestion };
}

/** A key of another section by the same or a similar name, with its section. */
function elsewhere(key: string, spelling: Spelling): string | undefined {
  const homes = sectionNames.flatMap((section) => keysOf(section, spelling).map((name) => ({ section, name })));
  const name = nearest(
    key,
    homes.map((home) => home.name),
  );
  const home = homes.find((candidate) => candidate.name === name);
  return home && `${home.section}.${home.name}`;
}

function keysOf(section: Known, spelling: Spelling): readonly string[] {
  if (section === provenance.section) return provenance.keys;
  return parametersOf(section).map(([name]) => spell(name, spelling));
}
