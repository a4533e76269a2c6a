/** The state of a chain between two samples, as a row of its database. */
import type { Checkpoint, Numbers } from '../chain/checkpoint.ts';
import { checkSum, checksumOf } from './checksum.ts';
import { fromBytes, toBytes } from './doubles.ts';
import type { DatabaseSync } from './sqlite.ts';

/** Writes a checkpoint, within a transaction. */
export function writeCheckpoint(database: DatabaseSync, checkpoint: Checkpoint): void {
  const { samples, spins, logWeight, randomPosition, settings, counters } = checkpoint;
  const values = [
    samples,
    toBytes(spins),
    toBytes(Float64Array.of(logWeight)),
    randomPosition,
    numbersText(settings),
    numbersText(counters),
  ] as const;
  database.prepare('INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?, ?, ?, ?, ?, ?)').run(...values, sumOf(values));
}

/** Samples, spins, log W, random position, settings, counters. */
type Values = readonly [number, Uint8Array, Uint8Array, number, string, string];

const sumOf = ([samples, spins, logWeight, randomPosition, settings, counters]: Values): number =>
  checksumOf(samples, spins, logWeight, String(randomPosition), settings, counters);

/** The checkpoint in a database. `file`: its name. Throws StorageError where the row is not what was written. */
export function readCheckpoint(database: DatabaseSync, file: string): Checkpoint {
  const row = database.prepare('SELECT * FROM checkpoint').get() ?? {};
  const values = [row.samples, row.spins, row.log_weight, row.random_position, row.settings, row.counters];
  checkSum(file, 'the checkpoint', row.crc, sumOf(values as unknown as Values));
  return {
    samples: row.samples as number,
    spins: fromBytes(row.spins as Uint8Array),
    logWeight: fromBytes(row.log_weight as Uint8Array)[0],
    randomPosition: row.random_position as number,
    settings: JSON.parse(row.settings as string),
    counters: JSON.parse(row.counters as string),
  };
}

/** JSON would silently turn NaN into null and −0 into 0, and the chain would continue with something else. */
function numbersText(numbers: Numbers): string {
  const wrong = Object.keys(numbers).find((name) => !Number.isFinite(numbers[name]));
  if (wrong !== undefined) throw new RangeError(`checkpoint: ${wrong} must be finite, not ${numbers[wrong]}`);
  const pairs = Object.entries(numbers).map(([name, value]) => `${JSON.stringify(name)}:${numberText(value)}`);
  return `{${pairs.join(',')}}`;
}

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
