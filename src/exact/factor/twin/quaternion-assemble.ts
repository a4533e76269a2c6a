/** Twin of kernels/quaternion/assemble.ts: the reduced matrix w + Q in its slots, one shift at a time. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import type { PoleProblem } from '../problem.ts';

export function assemble(
  pattern: FactorPattern,
  { halfCouplings }: PoleProblem,
  values: Float64Array,
  spins: Float64Array,
  w: number,
): void {
  values.fill(0);
  pattern.pivotSite.forEach((site, k) => {
    const block = 4 * pattern.base[k];
    values[block] = w;
    for (let c = 0; c < 3; c++) values[block + 1 + c] = halfCouplings[site] * spins[3 * site + c];
  });
  const inverse = new Float64Array(4);
  pattern.eliminatedSite.forEach((site, b) => {
    eliminatedInverse(spins, site, halfCouplings[site], w, inverse);
    for (let e = pattern.targetStart[b]; e < pattern.targetStart[b + 1]; e++) {
      const block = 4 * pattern.target[e];
      for (let c = 0; c < 4; c++) values[block + c] += pattern.targetReal[e] * inverse[c];
    }
  });
}

/** (w, −h S_b)/(w² + h²). */
export function eliminatedInverse(spins: Float64Array, site: number, h: number, w: number, out: Float64Array): void {
  const norm = w * w + h * h;
  out[0] = w / norm;
  for (let c = 0; c < 3; c++) out[1 + c] = (-h / norm) * spins[3 * site + c];
}
