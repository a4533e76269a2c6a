/** A number that tells whether two configurations are bit-identical. */
import { fnv1a } from '../numeric/fnv.ts';

/** FNV-1a over the bytes of the doubles, little-endian, in hexadecimal: what the lab shows beside the spins. */
export const configurationChecksum = (spins: Float64Array): string =>
  fnv1a(new Uint8Array(spins.buffer, spins.byteOffset, spins.byteLength));
