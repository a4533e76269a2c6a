/** Checksums that show whether a row is what was written: SQLite protects its own structure, and not the contents. */
import { crc32 } from 'node:zlib';
import { damaged } from './trouble.ts';

/** CRC-32 of the parts one after the other, begun with the number of the sample that they belong to. */
export const checksumOf = (sample: number, ...parts: readonly (Uint8Array | string)[]): number =>
  parts.reduce<number>((sum, part) => crc32(part, sum), sample >>> 0);

/** Checks a sum; throws StorageError, naming the file, where the one that was kept with `what` differs. */
export function checkSum(file: string, what: string, kept: unknown, found: number): void {
  if (kept !== found) throw damaged(file, `the bits of ${what} are not those that were written`);
}
