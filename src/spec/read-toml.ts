/** TOML 1.0 as writing: every key and value with its line and column. */
import { type AST, getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import { givenBy as givenByTree } from './given.ts';
import { type Place, placesIn } from './place.ts';
import { SpecError } from './spec-error.ts';
import { nameOf, treeOf, treeUnder } from './toml-tree.ts';
import { type Given, SWEEP, shortened, type Writing } from './writing.ts';
import type { Written } from './written.ts';

/** A key with its value, or the header of a table. */
interface Row {
  readonly path: readonly string[];
  readonly key: AST.TOMLKey;
  readonly value?: AST.TOMLContentNode;
  /** Whether the header is `[[…]]`, an element of a list of tables. */
  readonly listed?: boolean;
}

/** The writing in a TOML text; throws SpecError at the first place that is not TOML. */
export function readToml(text: string, file: string): Writing {
  const places = placesIn(text, file);
  const program = parse(text, file);
  const rows = [...rowsOf(program)].filter(({ path }) => path[0] !== SWEEP);
  const isSection = ({ path, value, listed }: Row) => path.length === 1 && !value && !listed;
  const header = ({ path, key }: Row): [string, Place] => [path[0], places(...key.range)];
  return {
    spelling: 'snake_case',
    place: { origin: file },
    tables: new Map(rows.filter(isSection).map(header)),
    given: [
      ...rows.filter((row) => !isSection(row) && !isListed(row)).map((row) => givenBy(row, text, places)),
      ...listsOf(rows, program, { text, places }),
    ],
    sweep: treeUnder(SWEEP, program, { text, places }),
  };
}

/** The same text as a tree, whatever its keys mean; throws SpecError at the first place that is not TOML. */
export const readTomlTree = (text: string, file: string): Written =>
  treeOf(parse(text, file), { text, places: placesIn(text, file) });

/** The value of a single expression, as in `--set key=value`; undefined where it is not TOML. */
export function tomlValue(text: string): unknown {
  try {
    const [entry, ...more] = parseTOML(`value = ${text}`, { tomlVersion: '1.0' }).body[0].body;
    return entry.type === 'TOMLKeyValue' && more.length === 0 ? getStaticTOMLValue(entry.value) : undefined;
  } catch {
    return undefined;
  }
}

function parse(text: string, file: string): AST.TOMLProgram {
  try {
    // The parser gives an empty range to a 0 at the very end of a text: end it with a line.
    return parseTOML(`${text}\n`, { tomlVersion: '1.0' });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const index = Math.min(error.index, text.length);
    const place = placesIn(text, file)(index, index + 1);
    const found = text[index] === '\uFEFF' ? 'a byte order mark' : `a mistake: ${error.message}`;
    throw new SpecError([{ key: '', expected: 'valid TOML', found, place }]);
  }
}

function* rowsOf(program: AST.TOMLProgram): Generator<Row> {
  for (const entry of program.body[0].body) {
    if (entry.type === 'TOMLKeyValue') yield* rowsOfKey([], entry);
    else yield* rowsOfTable(entry);
  }
}

function* rowsOfTable({ key, kind, body }: AST.TOMLTable): Generator<Row> {
  const path = namesOf(key);
  yield { path, key, listed: kind === 'array' };
  if (kind === 'standard' && path.length === 1) for (const entry of body) yield* rowsOfKey(path, entry);
}

function* rowsOfKey(table: readonly string[], { key, value }: AST.TOMLKeyValue): Generator<Row> {
  const path = [...table, ...namesOf(key)];
  if (value.type !== 'TOMLInlineTable' || path.length > 1) yield { path, key, value };
  else {
    yield { path, key };
    for (const entry of value.body) yield* rowsOfKey(path, entry);
  }
}

function namesOf({ keys }: AST.TOMLKey): string[] {
  return keys.map(nameOf);
}

/** Tables inside a section are no value of any key: they are kept as one, for the message. */
function givenBy({ path, key, value, listed }: Row, text: string, places: ReturnType<typeof placesIn>): Given {
  const keyPlace = places(...key.range);
  const written = listed ? `[[${path.join('.')}]]` : 'a table';
  if (!value || path.length > 2)
    return { path: path.slice(0, 2), value: {}, keyPlace, at: () => ({ place: keyPlace, written }) };
  const at = (steps: readonly (number | string)[]) => {
    const { range } = steps.reduce(partOf, value);
    return { place: places(...range), written: shortened(text.slice(...range)) };
  };
  return { path, value: getStaticTOMLValue(value), keyPlace, at };
}

function partOf(node: AST.TOMLContentNode, step: number | string): AST.TOMLContentNode {
  if (node.type === 'TOMLArray') return node.elements[Number(step)] ?? node;
  if (node.type !== 'TOMLInlineTable') return node;
  return node.body.find(({ key }) => namesOf(key).join('.') === step)?.value ?? node;
}

const isListed = ({ path, listed }: Row): boolean => listed === true && path.length === 2;

/** The tables `[[section.key]]` as one list, at the place of the first of them. */
function listsOf(rows: readonly Row[], program: AST.TOMLProgram, source: Parameters<typeof treeUnder>[2]): Given[] {
  const lists = new Map(rows.filter(isListed).map(({ path }) => [path.join('.'), path]));
  return [...lists.values()].flatMap((path) => {
    const entry = treeUnder(path[0], program, source)?.content.entries?.find(({ name }) => name === path[1]);
    return entry ? [givenByTree(path, entry.place, { ...entry.content, written: `[[${path.join('.')}]]` })] : [];
  });
}
