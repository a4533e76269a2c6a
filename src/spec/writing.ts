/** What a user wrote, before anything is known about its meaning: values with their places, whatever the source. */
import type { Place } from './place.ts';
import type { Spelling } from './spelling.ts';
import type { Entry } from './written.ts';

/** One key with its value. */
export interface Given {
  /** Section and key as written; a single name outside of any section. */
  readonly path: readonly string[];
  readonly value: unknown;
  readonly keyPlace: Place;
  /** Whether the value was not written itself but follows from a range: then no other can be suggested in its place. */
  readonly isComputed?: boolean;
  /** The place and the text of the value, or of the part reached through numbers of elements and names of entries. */
  at(path: readonly (number | string)[]): { readonly place: Place; readonly written: string };
}

export interface Writing {
  readonly spelling: Spelling;
  /** The place of the whole: a file, an option, an object. */
  readonly place: Place;
  /** Section headers. */
  readonly tables: ReadonlyMap<string, Place>;
  readonly given: readonly Given[];
  /** The section [sweep] of a study, which is no section of a spec. */
  readonly sweep?: Entry | undefined;
  /** Reads the file that `lattice.file` names; none where there are no files, as in pages. */
  readonly readLattice?: ReadLattice | undefined;
}

/** A file that has been read: its text, and its name in messages. */
export interface LatticeText {
  readonly text: string;
  readonly name: string;
}

/** Reads a lattice file by the path that a spec gives. Throws InputError with the reason where it cannot be read. */
export type ReadLattice = (path: string) => LatticeText;

/** The name of the section that makes a spec a study. */
export const SWEEP = 'sweep';

/** What was given last for a path. */
export function find({ given }: Writing, path: readonly string[]): Given | undefined {
  return given.findLast((entry) => samePath(entry.path, path));
}

/** The given values, later ones replacing earlier ones of the same path. */
export function latest(writing: Writing): Given[] {
  return writing.given.filter((entry) => find(writing, entry.path) === entry);
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

const LONGEST = 60;

/** A value or its text, short enough for a line. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
