/** Doubles as bytes, little-endian whatever the machine. */

const BYTES = Float64Array.BYTES_PER_ELEMENT;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

export function toBytes(values: Float64Array): Uint8Array {
  if (IS_LITTLE_ENDIAN) return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const bytes = new Uint8Array(values.byteLength);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setFloat64(BYTES * index, value, true);
  return bytes;
}

/** Shares the memory of `bytes` where the machine lays doubles out in the same way. */
export function fromBytes(bytes: Uint8Array): Float64Array {
  const { buffer, byteOffset, byteLength } = bytes;
  const length = Math.floor(byteLength / BYTES);
  if (IS_LITTLE_ENDIAN && byteOffset % BYTES === 0) return new Float64Array(buffer, byteOffset, length);
  const view = new DataView(buffer, byteOffset, byteLength);
  return Float64Array.from({ length }, (_, index) => view.getFloat64(BYTES * index, true));
}
