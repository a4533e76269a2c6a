/** An object of the library as writing: no places, camel case. */
import type { Place } from './place.ts';
import { type Given, SWEEP, shortened, type Writing } from './writing.ts';
import type { Entry, Written } from './written.ts';

const NOWHERE: Place = { origin: '' };

export function fromObject(input: object): Writing {
  const { [SWEEP]: sweep, ...rest } = input as Readonly<Record<string, unknown>>;
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
  const sections = entries.filter(([, value]) => isTable(value));
  const others = entries.filter(([, value]) => !isTable(value));
  return {
    spelling: 'camelCase',
    place: NOWHERE,
    tables: new Map(sections.map(([name]) => [name, NOWHERE])),
    given: [
      ...others.map(([name, value]) => givenBy([name], value)),
      ...sections.flatMap(([name, section]) =>
        Object.entries(section as object).map(([key, value]) => givenBy([name, key], value)),
      ),
    ],
    sweep: sweep === undefined ? undefined : { name: SWEEP, place: NOWHERE, content: contentOf(sweep) },
  };
}

/** A value as a tree. */
function contentOf(value: unknown): Written {
  const node = { value, place: NOWHERE, written: written(value) };
  if (Array.isArray(value)) return { ...node, elements: value.map(contentOf) };
  return isTable(value) ? { ...node, value: {}, entries: entriesOf(value as object) } : node;
}

const entriesOf = (table: object): Entry[] =>
  Object.entries(table)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, place: NOWHERE, content: contentOf(value) }));

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function givenBy(path: readonly string[], value: unknown): Given {
  const at = (path: readonly (number | string)[]) => ({ place: NOWHERE, written: written(path.reduce(partOf, value)) });
  return { path, value, keyPlace: NOWHERE, at };
}

function partOf(value: unknown, step: number | string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : value;
}

/** A value as in a source; JSON alone would turn NaN into null. */
function written(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  const quoted = typeof value === 'object' || typeof value === 'string';
  // JSON has no whole numbers of any size.
  const plain = (_: string, entry: unknown) => (typeof entry === 'bigint' ? `${entry}n` : entry);
  return shortened(quoted ? JSON.stringify(value, plain) : String(value));
}
