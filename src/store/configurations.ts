/** The configurations of a chain, merged from its segments. */
import { checkSum, checksumOf } from './checksum.ts';
import { fromBytes } from './doubles.ts';
import { connectedExtents } from './extents.ts';
import type { Run } from './run.ts';
import { type OpenSegment, readSegment } from './segment-reader.ts';
import { tableOf } from './segment-schema.ts';
import type { StoredConfiguration } from './segment-writer.ts';

/** Configurations in memory at a time. */
const PAGE = 256;

/** The configurations of a chain in the order of samples. Throws as readSegment. */
export function* readConfigurations(run: Run, chain: number): Generator<StoredConfiguration> {
  let next = 0;
  for (const { file, samples } of connectedExtents(run, chain)) {
    while (next < samples) {
      const page = readSegment(run, chain, file, (segment) => readPage(segment, run, file, next, samples)) ?? [];
      yield* page;
      next = page.length < PAGE ? samples : page[PAGE - 1].sample + 1;
    }
  }
}

function readPage(
  { database }: OpenSegment,
  { part }: Run,
  file: string,
  from: number,
  end: number,
): StoredConfiguration[] {
  const rows = database
    .prepare(
      `SELECT * FROM ${tableOf('configurations', part)} WHERE sample >= ? AND sample < ? ORDER BY sample LIMIT ?`,
    )
    .all(from, end, PAGE);
  return rows.map(({ sample, spins, crc }) => {
    const bytes = spins as Uint8Array;
    checkSum(file, `the configuration of sample ${sample}`, crc, checksumOf(Number(sample), bytes));
    return { sample: Number(sample), spins: fromBytes(bytes) };
  });
}
