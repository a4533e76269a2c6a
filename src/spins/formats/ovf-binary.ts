/** Binary data of OVF 2.0: a check value, then the numbers, all of 4 or 8 bytes, the lowest byte first. */
import { InputError } from '../../errors.ts';
import type { OvfCursor } from './ovf-cursor.ts';

/** What the first number is, by which a reader knows that nothing was changed on the way. */
export const CHECK_VALUES = { 4: 1234567, 8: 123456789012345 } as const;

/** Reads `count` numbers and leaves the cursor behind them. Throws InputError for another byte order, a file that was changed as a text, and one that is cut off or has more. */
export function binaryValues(cursor: OvfCursor, size: 4 | 8, count: number): Float64Array {
  const { bytes, at, text, file, line } = cursor;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const where = `${file}: the data after line ${line}`;
  const expected = size * (1 + count);
  if (bytes.length - at < expected)
    throw new InputError(`${where}: expected ${expected} bytes, found ${bytes.length - at} up to the end of the file`);
  const read = (index: number, isLittleEndian = true) =>
    size === 4 ? view.getFloat32(at + 4 * index, isLittleEndian) : view.getFloat64(at + 8 * index, isLittleEndian);
  if (read(0) !== CHECK_VALUES[size]) {
    const isSwapped = read(0, false) === CHECK_VALUES[size];
    throw new InputError(
      `${where}: expected the check value ${CHECK_VALUES[size]}, found ${isSwapped ? 'it with the highest byte first' : read(0)}`,
    );
  }
  cursor.at = at + expected;
  if (!/^\s*#\s*end:\s*data/i.test(text.slice(cursor.at, cursor.at + END)))
    throw new InputError(`${where}: expected # End: Data Binary ${size} after ${count} numbers, found something else`);
  return Float64Array.from({ length: count }, (_, k) => read(k + 1));
}

/** Characters in which the end of the data stands. */
const END = 40;

/** The numbers of 8 bytes as they stand between the lines of a file. */
export function binaryData(values: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * (1 + values.length)));
  view.setFloat64(0, CHECK_VALUES[8], true);
  for (const [k, value] of values.entries()) view.setFloat64(8 * (k + 1), value, true);
  return new Uint8Array(view.buffer);
}
