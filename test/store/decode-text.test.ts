import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { decodeText } from '../../src/store/decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const TEXT = '[lattice]\n# grün 格子 𝄞\nsize = [4, 4]\n';
const message = (place: string, found: string) =>
  `${place}: expected text in UTF-8 without a byte order mark, found ${found}\n  save it as UTF-8`;

/** A text in code units of so many bytes. */
function wide(text: string, bytes: 2 | 4, littleEndian: boolean, mark: string): Uint8Array {
  const codes = [...`${mark}${text}`].map((character) => character.codePointAt(0) as number);
  const view = new DataView(new ArrayBuffer(bytes * codes.length));
  for (const [k, code] of codes.entries())
    if (bytes === 2) view.setUint16(2 * k, code, littleEndian);
    else view.setUint32(4 * k, code, littleEndian);
  return new Uint8Array(view.buffer);
}

it('reads UTF-8, whatever is in it', () => {
  for (const text of ['', 'x', TEXT, 'ab\uFEFF', '\uFFFD']) expect(decodeText(utf8(text), 'f')).toBe(text);
});

it('names UTF-8 with a byte order mark', () => {
  expect(() => decodeText(utf8(`\uFEFF${TEXT}`), 'spec.toml')).toThrow(
    new InputError(message('spec.toml', 'a byte order mark (UTF-8 with BOM)')),
  );
});

it.each([
  [2, true],
  [2, false],
  [4, true],
  [4, false],
] as const)('names words of %d bytes, little-endian %s, with and without their mark', (bytes, littleEndian) => {
  const name = `UTF-${8 * bytes}`;
  const refusal = (mark: string) => () => decodeText(wide('{"a": 1}', bytes, littleEndian, mark), 'f');
  expect(refusal('\uFEFF')).toThrow(new InputError(message('f', `the byte order mark of ${name}`)));
  expect(refusal('')).toThrow(new InputError(message('f', `${name} without a byte order mark`)));
});

it.each([
  ['Latin-1', [...utf8('a\nb'), 0xe9, 0x0a], 'f:2:2', 'the byte 0xE9'],
  ['a character that is cut off', [...utf8('ä\n𝄞').subarray(0, 6)], 'f:2:1', 'the byte 0xF0'],
  ['a surrogate', [0x61, 0xed, 0xa0, 0x80, 0x61], 'f:1:2', 'the byte 0xED'],
  ['NUL', [...utf8('ü = 1\n格'), 0, 0x61], 'f:2:2', 'a NUL byte'],
  ['nothing but NUL', [0, 0, 0, 0, 0], 'f:1:1', 'a NUL byte'],
])('names the place of %s', (_, bytes, place, found) => {
  const refusal = () => decodeText(Uint8Array.from(bytes), 'f');
  expect(refusal).toThrow(InputError);
  expect(refusal).toThrow(place);
  expect(refusal).toThrow(`found ${found}`);
});
