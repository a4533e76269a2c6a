/** The beginning of a file. */
import { closeSync, openSync, readSync } from 'node:fs';
import { reading } from './trouble.ts';

/** At most so many bytes of a file, from its first on; `wanted` as of `reading`, which says what is thrown. */
export function firstBytes(file: string, count: number, wanted: string): Buffer {
  return reading(file, wanted, () => {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(count);
      return bytes.subarray(0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  });
}
