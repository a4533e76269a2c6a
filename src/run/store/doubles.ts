/** Doubles as bytes, little-endian whatever the machine. */

const BYTES = 8;

export function toBytes(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(BYTES * values.length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setFloat64(BYTES * index, value, true);
  return bytes;
}

export function fromBytes(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / BYTES }, (_, index) => view.getFloat64(BYTES * index, true));
}
