/** A lattice of your own in a file: its keys take the place of `lattice.file`, as if they stood in the spec. */
import { InputError } from '../errors.ts';
import { OWN, OWN_KEYS } from '../lattice/own/faults.ts';
import { nearest } from '../words/nearest.ts';
import { givenBy } from './given.ts';
import { readJson } from './json-tree.ts';
import { readTomlTree } from './read-toml.ts';
import { SpecError, type SpecProblem } from './spec-error.ts';
import { spell } from './spelling.ts';
import { find, type Given, type Writing } from './writing.ts';
import type { Entry, Written } from './written.ts';

/** The key that names the file. */
export const LATTICE_FILE = 'lattice.file';

/** The writing with what stands in its lattice file, itself where it names none; what is wrong goes to `problems`. */
export function withLatticeFile(writing: Writing, problems: SpecProblem[]): Writing {
  const file = find(writing, LATTICE_FILE.split('.'));
  if (typeof file?.value !== 'string') return writing;
  const others = [...keysBeside(writing), ...otherKind(writing)];
  problems.push(...others);
  const given = others.length > 0 ? [] : keysIn(file, writing, problems);
  return given.length > 0 ? { ...writing, given: [...writing.given, ...given] } : writing;
}

/** Keys of a lattice of your own in the spec itself, where they would contradict the file. */
const keysBeside = (writing: Writing): SpecProblem[] =>
  ownNames(writing).flatMap((name) => {
    const given = find(writing, ['lattice', name]);
    const expected = `either ${LATTICE_FILE} or lattice.${name}: the file has all of the lattice`;
    return given ? [{ key: given.path.join('.'), expected, found: 'both', place: given.keyPlace }] : [];
  });

function otherKind(writing: Writing): SpecProblem[] {
  const kind = find(writing, ['lattice', 'kind']);
  if (!kind || kind.value === OWN) return [];
  const { place, written } = kind.at([]);
  return [
    { key: 'lattice.kind', expected: `"own" beside ${LATTICE_FILE}`, found: written, suggestion: '"own"', place },
  ];
}

/** What the file gives, and that the kind is "own". */
function keysIn(file: Given, writing: Writing, problems: SpecProblem[]): Given[] {
  const entries = entriesIn(file, writing, problems);
  if (!entries) return [];
  const names = ownNames(writing);
  const unknown = entries.filter(({ name }) => !names.includes(name)).map((entry) => unknownKey(entry, names));
  problems.push(...unknown);
  const { place } = file.at([]);
  const kind = givenBy(['lattice', 'kind'], place, { value: OWN, place, written: JSON.stringify(OWN) });
  const keys = entries.map(({ name, place: at, content }) => givenBy(['lattice', name], at, content));
  return unknown.length > 0 ? [] : [kind, ...keys];
}

function entriesIn(file: Given, { readLattice }: Writing, problems: SpecProblem[]): readonly Entry[] | undefined {
  const { place, written } = file.at([]);
  const problem = { key: LATTICE_FILE, found: written, place };
  if (!readLattice) {
    problems.push({ ...problem, expected: 'the lattice in the spec itself where no file can be read', note: INSTEAD });
    return undefined;
  }
  try {
    const { text, name } = readLattice(String(file.value));
    const tree = treeIn(text, name);
    if (!tree.entries) throw new SpecError([{ key: '', expected: KEYS, found: tree.written, place: tree.place }]);
    return tree.entries;
  } catch (error) {
    if (error instanceof SpecError) problems.push(...error.problems);
    else if (error instanceof InputError)
      problems.push({ ...problem, expected: 'a TOML or JSON file to read', note: error.message });
    else throw error;
    return undefined;
  }
}

const INSTEAD = 'write kind = "own" and the keys of the file into [lattice]';
const KEYS = 'the keys primitive_vectors, basis and bonds';

/** No TOML begins with a brace. */
const treeIn = (text: string, name: string): Written =>
  /^\s*\{/.test(text) || /\.json$/i.test(name) ? readJson(text, name) : readTomlTree(text, name);

const ownNames = ({ spelling }: Writing): string[] => OWN_KEYS.map((key) => spell(key, spelling));

function unknownKey({ name, place }: Entry, names: readonly string[]): SpecProblem {
  const expected = `one of the keys ${names.join(', ')}`;
  const note = name === 'lattice' ? 'they stand at the top of the file, without a section' : undefined;
  const problem = { key: name, expected, found: `the unknown key ${name}`, place };
  return { ...problem, suggestion: note ? undefined : nearest(name, names), note };
}
