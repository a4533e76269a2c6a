/** A number that tells whether two configurations are the same bit by bit. */

/** FNV-1a over the bytes of the doubles, little-endian, in hexadecimal. */
export function checksum(values: Float64Array): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
