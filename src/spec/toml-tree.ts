/** A TOML text, or the part under one name of its top level, as a tree in which headers, dotted keys and inline tables come out alike. */
import { type AST, getStaticTOMLValue } from 'toml-eslint-parser';
import type { Place } from './place.ts';
import { shortened } from './writing.ts';
import type { Entry, Written } from './written.ts';

/** A table that is still being filled. */
interface Table extends Written {
  readonly entries: Entry[];
}

interface Source {
  readonly text: string;
  readonly places: (start: number, end: number) => Place;
}

/** What stands under `name`; undefined where the text does not have it. */
export const treeUnder = (name: string, program: AST.TOMLProgram, source: Source): Entry | undefined =>
  treeOf(program, source, (top) => top === name).entries?.[0];

/** All of a text, or what stands under those names of its top level that are wanted. */
export function treeOf(program: AST.TOMLProgram, source: Source, isWanted = (_: string) => true): Written {
  const root = emptyTable(source.places(0, 0), '');
  for (const row of program.body[0].body) {
    if (!isWanted(nameOf(row.key.keys[0]))) continue;
    if (row.type === 'TOMLKeyValue') fill(root, [row], source);
    else fill(openTable(root, row, source), row.body, source);
  }
  return root;
}

const emptyTable = (place: Place, written: string): Table => ({ value: {}, place, written, entries: [] });

export const nameOf = (part: AST.TOMLBare | AST.TOMLQuoted): string =>
  part.type === 'TOMLBare' ? part.name : part.value;

/** The table that a header opens. In `resolvedKey` an element of a list of tables is followed by its number. */
function openTable(root: Table, { key, resolvedKey }: AST.TOMLTable, { places }: Source): Table {
  const parts = key.keys[Symbol.iterator]();
  let place = root.place;
  let current: Written = root;
  for (const [depth, step] of resolvedKey.entries()) {
    if (typeof step === 'string') place = places(...(parts.next().value ?? key).range);
    const isList = typeof resolvedKey[depth + 1] === 'number';
    current = typeof step === 'string' ? child(current as Table, step, place, isList) : element(current, step, place);
  }
  return current as Table;
}

function child(table: Table, name: string, place: Place, isList = false): Written {
  const known = table.entries.findLast((entry) => entry.name === name);
  if (known) return known.content;
  const content = isList ? { value: [], place, written: `[[${name}]]`, elements: [] } : emptyTable(place, 'a table');
  table.entries.push({ name, place, content });
  return content;
}

function element(list: Written, index: number, place: Place): Written {
  const elements = list.elements as Written[];
  elements[index] ??= emptyTable(place, 'a table');
  return elements[index];
}

function fill(table: Table, rows: readonly AST.TOMLKeyValue[], source: Source): void {
  for (const { key, value } of rows) {
    const path = key.keys.slice(0, -1);
    const home = path.reduce((at, part) => child(at, nameOf(part), source.places(...part.range)) as Table, table);
    const last = key.keys[key.keys.length - 1];
    home.entries.push({ name: nameOf(last), place: source.places(...last.range), content: contentOf(value, source) });
  }
}

function contentOf(node: AST.TOMLContentNode, source: Source): Written {
  const place = source.places(...node.range);
  const written = shortened(source.text.slice(...node.range));
  if (node.type === 'TOMLInlineTable') {
    const table = emptyTable(place, written);
    fill(table, node.body, source);
    return table;
  }
  const value = getStaticTOMLValue(node);
  if (node.type !== 'TOMLArray') return { value, place, written };
  return { value, place, written, elements: node.elements.map((entry) => contentOf(entry, source)) };
}
