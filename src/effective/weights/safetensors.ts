/**
 * The safetensors format, F64 only: eight bytes of header length (little-endian), a JSON header, the numbers. A header entry is
 * {"dtype", "shape", "data_offsets": [begin, end]} with offsets from the end of the header; "__metadata__" maps words to words.
 * https://github.com/huggingface/safetensors#format
 */
import { InputError } from '../../errors.ts';

interface Tensor {
  readonly shape: readonly number[];
  /** The numbers, row by row. */
  readonly values: Float64Array;
}

interface Safetensors {
  readonly tensors: Readonly<Record<string, Tensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

const LENGTH_BYTES = 8;
const METADATA = '__metadata__';

/** Numbers start on a multiple of eight bytes, as the format advises: the header ends in spaces. */
export function writeSafetensors({ tensors, metadata }: Safetensors): Uint8Array<ArrayBuffer> {
  const header = encodeHeader(tensors, metadata);
  const start = LENGTH_BYTES + header.length;
  const total = Object.values(tensors).reduce((sum, { values }) => sum + values.byteLength, start);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, LENGTH_BYTES);
  let at = start;
  for (const value of Object.values(tensors).flatMap(({ values }) => [...values])) {
    view.setFloat64(at, value, true);
    at += 8;
  }
  return bytes;
}

function encodeHeader(tensors: Safetensors['tensors'], metadata: Safetensors['metadata']): Uint8Array {
  let end = 0;
  const entries = Object.entries(tensors).map(([name, { shape, values }]) => {
    const begin = end;
    end += values.byteLength;
    return [name, { dtype: 'F64', shape, data_offsets: [begin, end] }];
  });
  const json = new TextEncoder().encode(JSON.stringify({ [METADATA]: metadata, ...Object.fromEntries(entries) }));
  const padded = new Uint8Array(8 * Math.ceil(json.length / 8)).fill(0x20);
  padded.set(json);
  return padded;
}

/** The tensors in a file; throws InputError, which names the tensor, for bytes that are cut short or not such a file, and for numbers other than F64. */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  const start = LENGTH_BYTES + headerLength(bytes);
  const header = decodeHeader(bytes.subarray(LENGTH_BYTES, start));
  const data = bytes.subarray(start);
  const { [METADATA]: metadata = {}, ...entries } = header;
  const tensors = Object.entries(entries).map(([name, entry]) => [name, readTensor(name, entry, data)]);
  return { tensors: Object.fromEntries(tensors), metadata: metadata as Record<string, string> };
}

function headerLength(bytes: Uint8Array): number {
  if (bytes.length < LENGTH_BYTES) throw foreign(`${bytes.length} bytes`);
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > bytes.length - LENGTH_BYTES) throw foreign(`a header of ${length} bytes in a file of ${bytes.length}`);
  return length;
}

function decodeHeader(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw foreign('a header that is not JSON');
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw foreign('a header without an object');
  return header as Record<string, unknown>;
}

function readTensor(name: string, entry: unknown, data: Uint8Array): Tensor {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  if (dtype !== 'F64') throw wrong(name, 'numbers of type F64', JSON.stringify(dtype));
  if (!isCounts(shape)) throw wrong(name, 'a shape', JSON.stringify(shape));
  if (!isCounts(offsets) || offsets.length !== 2)
    throw wrong(name, 'data_offsets [begin, end]', JSON.stringify(offsets));
  const [begin, end] = offsets;
  const count = shape.reduce((product, length) => product * length, 1);
  if (end - begin !== 8 * count) throw wrong(name, `${8 * count} bytes`, `${end - begin}`);
  if (end > data.length) throw wrong(name, `data up to byte ${end}`, `${data.length} bytes; the file is cut short`);
  const view = new DataView(data.buffer, data.byteOffset + begin, 8 * count);
  return { shape, values: Float64Array.from({ length: count }, (_, k) => view.getFloat64(8 * k, true)) };
}

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((count) => Number.isSafeInteger(count) && count >= 0);

const foreign = (found: string) => new InputError(`weights: expected a safetensors file, found ${found}`);

const wrong = (name: string, expected: string, found: string) =>
  new InputError(`weights, tensor "${name}": expected ${expected}, found ${found}`);
