/** A plain object as TOML and back, keys in snake_case there and in camelCase here. */
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { spell } from './spelling.ts';

export type TomlValue = string | number | boolean | readonly TomlValue[] | TomlTable;
/** A table of TOML; keys without a value are left out. */
export interface TomlTable {
  readonly [key: string]: TomlValue | undefined;
}
/** Sections by name; a list is a section that is given several times, `[[name]]`. */
export type TomlSections = Readonly<Record<string, TomlTable | readonly TomlTable[]>>;

export function toTomlText(sections: TomlSections): string {
  const blocks = Object.entries(sections).flatMap(([name, section]) =>
    Array.isArray(section)
      ? section.map((table) => block(`[[${keyText(name)}]]`, table))
      : [block(`[${keyText(name)}]`, section as TomlTable)],
  );
  return `${blocks.join('\n\n')}\n`;
}

/** The sections in a TOML text; throws ParseError where it is not TOML. */
export function fromTomlText(text: string): TomlSections {
  return camelCased(getStaticTOMLValue(parseTOML(text, { tomlVersion: '1.0' })) as TomlTable) as TomlSections;
}

/** The keys of a table, one a line. */
export const toTomlKeys = (table: TomlTable): string => `${pairs(table).join('\n')}\n`;

const block = (header: string, table: TomlTable): string => [header, ...pairs(table)].join('\n');

function pairs(table: TomlTable): string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    value === undefined ? [] : `${keyText(key)} = ${valueText(value)}`,
  );
}

function keyText(key: string): string {
  const name = spell(key, 'snake_case');
  return /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
}

/** A value on one line; the same text for the same value only. */
export function valueText(value: TomlValue): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (typeof value === 'object') return `{ ${pairs(value as TomlTable).join(', ')} }`;
  return typeof value === 'number' ? numberText(value) : JSON.stringify(value);
}

/** The shortest text that reads back as the same double. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0.0' : String(value);
}

function camelCased(value: TomlValue): TomlValue {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [camelCase(key), camelCased(entry as TomlValue)]),
  );
}

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
