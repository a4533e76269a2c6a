import { log } from './elementary.ts';
import type { RandomStream } from './philox.ts';

/**
 * Fills out[start … end − 1] with independent normal numbers of mean 0 and variance 1.
 *
 * Polar method: G. Marsaglia and T. A. Bray, SIAM Rev. 6, 260 (1964). The numbers come in pairs; where only one is wanted its twin is
 * discarded, so that nothing but the position of the stream has to be stored.
 */
export function fillNormal(random: RandomStream, out: Float64Array, start = 0, end = out.length): void {
  for (let i = start; i < end; i += 2) {
    let u: number;
    let v: number;
    let square: number;
    do {
      u = 2 * random.nextUniform() - 1;
      v = 2 * random.nextUniform() - 1;
      square = u * u + v * v;
    } while (square >= 1);
    const scale = Math.sqrt((-2 * log(square)) / square);
    out[i] = u * scale;
    if (i + 1 < end) out[i + 1] = v * scale;
  }
}
