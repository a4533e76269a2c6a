/** Bytes as text in UTF-8, and what they are instead where they are not. */
import { InputError } from '../errors.ts';
import { placeName, placesIn } from '../spec/place.ts';

/** The longer ones first: that of UTF-32 begins with that of UTF-16. */
const MARKS: readonly (readonly [bytes: readonly number[], found: string])[] = [
  [[0xff, 0xfe, 0, 0], 'the byte order mark of UTF-32'],
  [[0, 0, 0xfe, 0xff], 'the byte order mark of UTF-32'],
  [[0xff, 0xfe], 'the byte order mark of UTF-16'],
  [[0xfe, 0xff], 'the byte order mark of UTF-16'],
  [[0xef, 0xbb, 0xbf], 'a byte order mark (UTF-8 with BOM)'],
];

/** Which of four bytes are 0 where ASCII stands in another encoding. */
const ZEROS: Readonly<Record<string, string>> = {
  '0111': 'UTF-32',
  '1110': 'UTF-32',
  '0101': 'UTF-16',
  '1010': 'UTF-16',
};

/** Bytes as text; throws InputError, with the place in `file`, for anything but UTF-8 without a byte order mark and without NUL. */
export function decodeText(bytes: Uint8Array, file: string): string {
  const foreign = otherEncoding(bytes);
  if (foreign) throw wrong(file, foreign);
  const text = decoded(bytes);
  if (text === undefined)
    throw wrong(placeOf(bytes, validLength(bytes), file), `the byte ${hexadecimal(bytes[validLength(bytes)])}`);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw wrong(placeOf(bytes, nul, file), 'a NUL byte');
  return text;
}

const wrong = (place: string, found: string) =>
  new InputError(`${place}: expected text in UTF-8 without a byte order mark, found ${found}\n  save it as UTF-8`);

/** The encoding in words; undefined for UTF-8, and for what is no text at all. */
export function otherEncoding(bytes: Uint8Array): string | undefined {
  const mark = MARKS.find(([begin]) => begin.every((byte, k) => bytes[k] === byte));
  if (mark) return mark[1];
  const zeros = Array.from(bytes.subarray(0, 8), (byte) => Number(byte === 0)).join('');
  // The beginning twice: a number in a binary file is no text.
  const name = zeros.slice(0, 4) === zeros.slice(4) ? ZEROS[zeros.slice(4)] : undefined;
  return name && `${name} without a byte order mark`;
}

/** Bytes as text; undefined where they are not UTF-8. `stream`: more may follow. */
function decoded(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** Bytes before the first character that is not UTF-8, by bisection: a decoder that expects more takes any beginning of a character. */
function validLength(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decoded(bytes.subarray(0, middle), true) !== undefined) low = middle;
    else high = middle - 1;
  }
  // Back to where that character begins.
  while (decoded(bytes.subarray(0, low)) === undefined) low--;
  return low;
}

function placeOf(bytes: Uint8Array, offset: number, file: string): string {
  const before = new TextDecoder().decode(bytes.subarray(0, offset));
  return placeName(placesIn(before, file)(before.length, before.length + 1));
}

const hexadecimal = (byte: number): string => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
