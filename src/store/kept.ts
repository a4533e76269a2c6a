/** What a chain keeps of some samples, merged from its segments. */
import { checkSum, checksumOf } from './checksum.ts';
import { fromBytes } from './doubles.ts';
import { connectedExtents } from './extents.ts';
import type { Run } from './run.ts';
import { type OpenSegment, readAnySegment, readSegment } from './segment-reader.ts';
import { tableOf } from './segment-schema.ts';
import type { KeptDoubles, StoredConfiguration } from './segment-writer.ts';

/** Rows in memory at a time. */
const PAGE = 256;

/** A table of a segment with doubles of some samples. */
interface Table {
  readonly name: 'configurations' | 'levels';
  readonly column: string;
  /** What a row is called in messages. */
  readonly words: string;
}

const CONFIGURATIONS: Table = { name: 'configurations', column: 'spins', words: 'the configuration' };
const LEVELS: Table = { name: 'levels', column: 'doubles', words: 'the levels' };

/** The configurations of a chain in the order of samples. Throws as readSegment. */
export function* readConfigurations(run: Run, chain: number): Generator<StoredConfiguration> {
  for (const { sample, values } of readKept(run, chain, CONFIGURATIONS)) yield { sample, spins: values };
}

/** The configurations that a segment of whatever run keeps, in the order of samples. Throws as readAnySegment. */
export function configurationsOfFile(file: string): StoredConfiguration[] {
  const rows = readAnySegment(file, (segment) =>
    readPage(segment, undefined, CONFIGURATIONS, file, 0, segment.samples, Number.MAX_SAFE_INTEGER),
  );
  return (rows ?? []).map(({ sample, values }) => ({ sample, spins: values }));
}

/** Classical energy and levels of the samples that have them, in the order of samples; none of runs that keep none. Throws as readSegment. */
export const readLevels = (run: Run, chain: number): Generator<KeptDoubles> => readKept(run, chain, LEVELS);

/** The numbers of the samples of a chain whose levels are kept, ascending. Throws as readSegment. */
export function samplesWithLevels(run: Run, chain: number): number[] {
  let next = 0;
  return connectedExtents(run, chain).flatMap(({ file, samples }) => {
    const numbers = readSegment(run, chain, file, (segment) => numbersIn(segment, run, LEVELS, next, samples)) ?? [];
    next = Math.max(next, samples);
    return numbers;
  });
}

function* readKept(run: Run, chain: number, table: Table): Generator<KeptDoubles> {
  let next = 0;
  for (const { file, samples } of connectedExtents(run, chain)) {
    while (next < samples) {
      const page =
        readSegment(run, chain, file, (segment) => readPage(segment, run.part, table, file, next, samples, PAGE)) ?? [];
      yield* page;
      next = page.length < PAGE ? samples : page[PAGE - 1].sample + 1;
    }
  }
}

function readPage(
  segment: OpenSegment,
  part: string | undefined,
  table: Table,
  file: string,
  from: number,
  end: number,
  most: number,
): KeptDoubles[] {
  if (!has(segment, table)) return [];
  const { name, column, words } = table;
  const rows = segment.database
    .prepare(
      `SELECT sample, ${column} AS doubles, crc FROM ${tableOf(name, part)} WHERE sample >= ? AND sample < ? ORDER BY sample LIMIT ?`,
    )
    .all(from, end, most);
  return rows.map(({ sample, doubles, crc }) => {
    const bytes = doubles as Uint8Array;
    checkSum(file, `${words} of sample ${sample}`, crc, checksumOf(Number(sample), bytes));
    return { sample: Number(sample), values: fromBytes(bytes) };
  });
}

function numbersIn(segment: OpenSegment, { part }: Run, table: Table, from: number, end: number): number[] {
  if (!has(segment, table)) return [];
  const select = `SELECT sample FROM ${tableOf(table.name, part)} WHERE sample >= ? AND sample < ? ORDER BY sample`;
  return segment.database
    .prepare(select)
    .all(from, end)
    .map(({ sample }) => Number(sample));
}

/** Segments of an older format lack tables. */
function has({ database }: OpenSegment, { name }: Table): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
}
