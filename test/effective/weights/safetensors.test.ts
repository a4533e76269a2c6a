import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../../src/effective/weights/safetensors.ts';
import { InputError } from '../../../src/errors.ts';

/** A file by hand: a header of 0x58 bytes, its text and six spaces, then 1, −2 and 0.5 with the least byte first. */
const TEXT = '{"__metadata__":{"a":"b"},"w":{"dtype":"F64","shape":[3,1],"data_offsets":[0,24]}}';
const NUMBERS = [
  [0, 0, 0, 0, 0, 0, 0xf0, 0x3f],
  [0, 0, 0, 0, 0, 0, 0x00, 0xc0],
  [0, 0, 0, 0, 0, 0, 0xe0, 0x3f],
];

function bytesOf(text: string, numbers: readonly (readonly number[])[]): Uint8Array {
  const header = [...text].map((character) => character.charCodeAt(0));
  const padded = [...header, ...Array(-header.length & 7).fill(0x20)];
  return Uint8Array.from([padded.length, 0, 0, 0, 0, 0, 0, 0, ...padded, ...numbers.flat()]);
}

const EXAMPLE = bytesOf(TEXT, NUMBERS);
const CONTENT = { tensors: { w: { shape: [3, 1], values: Float64Array.of(1, -2, 0.5) } }, metadata: { a: 'b' } };

it('writes the example byte by byte, and reads it', () => {
  expect(EXAMPLE[0]).toBe(0x58);
  expect(writeSafetensors(CONTENT)).toEqual(EXAMPLE);
  expect(readSafetensors(EXAMPLE)).toEqual(CONTENT);
});

it('keeps every bit, several tensors, names beyond ASCII, from any place in memory', () => {
  const values = Float64Array.of(-0, 5e-324, 1.7976931348623157e308, Math.PI, Number.NaN, -Infinity);
  const content = {
    tensors: {
      θ: { shape: [2, 3], values },
      empty: { shape: [0], values: new Float64Array(0) },
      E0: { shape: [], values: Float64Array.of(3) },
    },
    metadata: {},
  };
  const bytes = writeSafetensors(content);
  const moved = new Uint8Array(bytes.length + 3);
  moved.set(bytes, 3);
  expect(readSafetensors(moved.subarray(3))).toEqual(content);
});

describe('refuses', () => {
  const entry = (changes: object) =>
    bytesOf(JSON.stringify({ w: { dtype: 'F64', shape: [3], data_offsets: [0, 24], ...changes } }), NUMBERS);
  it.each([
    ['no bytes', new Uint8Array(0), '0 bytes'],
    ['a short header', EXAMPLE.subarray(0, 40), 'a header of 88 bytes in a file of 40'],
    ['a picture', Uint8Array.from({ length: 99 }, () => 0x89), 'a header of'],
    ['text that is no JSON', bytesOf('{"w":', []), 'a header that is not JSON'],
    ['a list', bytesOf('[1, 2]', []), 'a header without an object'],
    [
      'numbers cut short',
      EXAMPLE.subarray(0, EXAMPLE.length - 1),
      'tensor "w": expected data up to byte 24, found 23 bytes',
    ],
    ['other types', entry({ dtype: 'F32' }), 'expected numbers of type F64, found "F32"'],
    ['a wrong shape', entry({ shape: [2, 2] }), 'expected 32 bytes, found 24'],
    ['no shape', entry({ shape: 'three' }), 'expected a shape'],
    ['a negative offset', entry({ data_offsets: [-8, 16] }), 'expected data_offsets'],
    ['no entry', bytesOf('{"w":null}', []), 'expected numbers of type F64'],
  ])('%s', (_, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(InputError);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });
});
