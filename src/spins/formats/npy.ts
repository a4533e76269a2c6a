/** Arrays of NumPy in a file: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html. */
import { InputError } from '../../errors.ts';

/** \x93NUMPY, with which every such file begins. */
export const NPY_MAGIC: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** An array of doubles with its shape. */
export interface NpyArray {
  readonly shape: readonly number[];
  /** The numbers with the last index fastest, whatever the order in the file. */
  readonly values: Float64Array;
  /** Whether the file has float32 numbers, about seven digits. */
  readonly isSingle: boolean;
}

interface Header {
  readonly shape: readonly number[];
  readonly isFortran: boolean;
  readonly bytesPerNumber: 4 | 8;
  readonly isLittleEndian: boolean;
  /** Where the numbers begin. */
  readonly end: number;
}

/** Reads an array of float64 or float32 numbers, of either byte order. Throws InputError for other types and for files that are cut off. */
export function decodeNpy(bytes: Uint8Array, file: string): NpyArray {
  const header = readHeader(bytes, file);
  const count = header.shape.reduce((product, length) => product * length, 1);
  const expected = count * header.bytesPerNumber;
  const found = bytes.length - header.end;
  if (found !== expected)
    throw new InputError(
      `${file}: expected ${expected} bytes for the shape ${shapeWords(header.shape)}, found ${found}`,
    );
  const values = readNumbers(bytes, header, count);
  return {
    shape: header.shape,
    values: header.isFortran ? withLastIndexFastest(values, header.shape) : values,
    isSingle: header.bytesPerNumber === 4,
  };
}

/** A shape as Python writes it: (36, 3), (3,). */
export const shapeWords = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;

function readHeader(bytes: Uint8Array, file: string): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLong = bytes[6] !== 1;
  const begin = isLong ? 12 : 10;
  const end = bytes.length < begin ? Infinity : begin + (isLong ? view.getUint32(8, true) : view.getUint16(8, true));
  if (end > bytes.length) throw new InputError(`${file}: expected the header of an .npy file, found it cut off`);
  const text = new TextDecoder().decode(bytes.subarray(begin, end));
  const [, kind] = /'descr':\s*'([^']*)'/.exec(text) ?? [];
  const [, order] = /'fortran_order':\s*(True|False)/.exec(text) ?? [];
  const [, shape] = /'shape':\s*\(([\d,\s]*)\)/.exec(text) ?? [];
  if (!/^[<>]f[48]$/.test(kind ?? '') || order === undefined || shape === undefined) {
    const found = kind === undefined ? text.trim() : `the type ${kind}`;
    throw new InputError(
      `${file}: expected an array of float64 or float32 numbers, found ${found}\n  numpy.save(file, spins.astype("float64")) writes one`,
    );
  }
  return {
    shape: shape.split(',').flatMap((length) => (length.trim() === '' ? [] : [Number(length)])),
    isFortran: order === 'True',
    bytesPerNumber: kind.endsWith('4') ? 4 : 8,
    isLittleEndian: kind.startsWith('<'),
    end,
  };
}

function readNumbers(bytes: Uint8Array, { bytesPerNumber, isLittleEndian, end }: Header, count: number): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset + end);
  const read = (k: number) =>
    bytesPerNumber === 4 ? view.getFloat32(4 * k, isLittleEndian) : view.getFloat64(8 * k, isLittleEndian);
  return Float64Array.from({ length: count }, (_, k) => read(k));
}

/** Fortran's order has the first index fastest. */
function withLastIndexFastest(values: Float64Array, shape: readonly number[]): Float64Array {
  const result = new Float64Array(values.length);
  const strides = shape.map((_, d) => shape.slice(0, d).reduce((product, length) => product * length, 1));
  for (let k = 0; k < values.length; k++) {
    let [rest, from] = [k, 0];
    for (let d = shape.length - 1; d >= 0; d--) {
      from += (rest % shape[d]) * strides[d];
      rest = Math.floor(rest / shape[d]);
    }
    result[k] = values[from];
  }
  return result;
}

/** The header of a file of doubles of this shape, the last index fastest: the numbers follow, little-endian. */
export function npyHeader(shape: readonly number[]): Uint8Array {
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shapeWords(shape)}, }`;
  // The whole is a multiple of 64 bytes, and ends with a line feed.
  const length = Math.ceil((10 + text.length + 1) / 64) * 64;
  const bytes = new Uint8Array(length).fill(0x20);
  bytes.set([...NPY_MAGIC, 1, 0]);
  new DataView(bytes.buffer).setUint16(8, length - 10, true);
  bytes.set(new TextEncoder().encode(text), 10);
  bytes[length - 1] = 0x0a;
  return bytes;
}
