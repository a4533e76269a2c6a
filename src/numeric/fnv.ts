/** FNV-1a, a checksum of bytes: http://www.isthe.com/chongo/tech/comp/fnv. Every change of a single byte changes it. */
const [OFFSET, PRIME] = [0x811c9dc5, 0x01000193];

/** The 32-bit sum in eight hexadecimal digits. */
export function fnv1a(bytes: Uint8Array): string {
  let hash = OFFSET;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
