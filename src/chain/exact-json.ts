/** JSON that keeps every bit: arrays of doubles and bytes in base64, and the numbers that JSON does not know by their names. */

/** Letters at a time: a call takes only so many arguments. */
const PIECE = 0x8000;

type Coded = { readonly doubles: string } | { readonly bytes: string } | { readonly number: string };

/** Arrays of doubles, little-endian, arrays of bytes, NaN, ±∞ and −0 become objects with one key. */
export const toExactJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown): unknown => {
    if (part instanceof Float64Array) return { doubles: base64(bytesOf(part)) };
    if (part instanceof Uint8Array) return { bytes: base64(part) };
    if (typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0))) return { number: nameOf(part) };
    return part;
  });

/** The value whose JSON has been parsed. Throws where base64 is none. */
export function fromExactJson(parsed: unknown): unknown {
  if (typeof parsed !== 'object' || parsed === null) return parsed;
  if (Array.isArray(parsed)) return parsed.map(fromExactJson);
  const entries = Object.entries(parsed);
  if (entries.length === 1 && typeof entries[0][1] === 'string') {
    const coded = parsed as Coded;
    if ('doubles' in coded) return doublesOf(fromBase64(coded.doubles));
    if ('bytes' in coded) return fromBase64(coded.bytes);
    if ('number' in coded) return Number(coded.number);
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, fromExactJson(value)]));
}

const nameOf = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const doublesOf = ({ buffer, byteLength }: Uint8Array): Float64Array =>
  new Float64Array(buffer, 0, byteLength / Float64Array.BYTES_PER_ELEMENT);

function base64(bytes: Uint8Array): string {
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, k) =>
    String.fromCharCode(...bytes.subarray(k * PIECE, (k + 1) * PIECE)),
  );
  return btoa(pieces.join(''));
}

function fromBase64(text: string): Uint8Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let k = 0; k < letters.length; k++) bytes[k] = letters.charCodeAt(k);
  return bytes;
}
