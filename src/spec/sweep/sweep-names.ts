/** Names in [sweep] that are neither its own nor keys of a spec, and keys that a sweep has to leave alone. */
import { nearest } from '../../words/nearest.ts';
import { LATTICE_FILE } from '../lattice-file.ts';
import { hintFor } from '../meant.ts';
import { sectionNames } from '../sections.ts';
import type { SpecProblem } from '../spec-error.ts';
import { spell } from '../spelling.ts';
import type { Writing } from '../writing.ts';
import type { Entry } from '../written.ts';
import { optionParameters, POINTS } from './declarations.ts';
import type { SweptKey } from './swept-keys.ts';

const isSection = (name: string): boolean => sectionNames.some((known) => known === name);

/** The names of [sweep] itself, as its writer spells them. */
export const ownNames = ({ spelling }: Writing): string[] => [
  ...optionParameters().map(([name]) => spell(name, spelling)),
  POINTS,
];

/** Whether an entry of [sweep] or of a point is about keys of a spec. */
export const isSwept = ({ name }: Entry): boolean => isSection(name.split('.')[0]) && name.split('.').length < 3;

/** An entry that is no key of a spec; `own`: the other names that could stand there. */
export function strangeName(entry: Entry, own: readonly string[], writing: Writing): SpecProblem {
  const { name, place, content } = entry;
  const mine = nearest(name, own);
  const hint = mine ? { suggestion: mine } : hintFor(name, undefined, content.value, writing);
  const keys = 'a key of a spec with its section, as model.temperature';
  const expected = own.length > 0 ? `${keys}, or one of ${own.join(', ')}` : keys;
  return { key: `sweep.${name}`, expected, found: `the unknown name ${name}`, place, ...hint };
}

/** Keys that say how much is sampled and not what. */
const KEPT = ['sampling.chains', 'sampling.samples', 'sampling.seed'];

/** A key whose values would differ only in how much is sampled, or by chance. */
export const isKept = ({ name }: SweptKey): boolean => KEPT.includes(name);

export const keptKey = ({ name, place }: SweptKey): SpecProblem => ({
  key: `sweep.${name}`,
  expected: 'a key that says what is sampled',
  found: name,
  note: `runs with different ${name} are points of their own: name it in [[sweep.points]]`,
  place,
});

/** Keys of a lattice file among those that a sweep names: reports tell points apart by values, and a file has no value. */
export const latticeFiles = (keys: readonly Pick<SweptKey, 'name' | 'place'>[]): SpecProblem[] =>
  keys
    .filter(({ name }) => name === LATTICE_FILE)
    .map(({ name, place }) => ({
      key: `sweep.${name}`,
      expected: 'one lattice file for all points, in [lattice]',
      found: name,
      note: 'make a study for each file, and compare their tables',
      place,
    }));
