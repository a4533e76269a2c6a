/** FNV-1a hash of the bits of some numbers: equal on every engine or the numbers are not. */
export function fingerprint(values: Iterable<number>): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(Float64Array.from(values).buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
