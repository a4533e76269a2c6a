/** A value of any depth with the places of all its parts, whatever the source: a file or an object. */
import type { Place } from './place.ts';

/** A value; a table has entries, a list has elements. */
export interface Written {
  /** What was given; of tables the entries alone count. */
  readonly value: unknown;
  readonly place: Place;
  /** The text, short enough for a line. */
  readonly written: string;
  readonly entries?: readonly Entry[];
  readonly elements?: readonly Written[];
}

/** A name in a table with what it stands for. */
export interface Entry {
  readonly name: string;
  /** The place of the name. */
  readonly place: Place;
  readonly content: Written;
}
