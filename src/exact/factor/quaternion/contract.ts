/** Twin of kernels/quaternion/contract.ts: the diagonal of the resolvent reduced to site vectors and a trace. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { subtractProduct } from './algebra.ts';
import { eliminatedInverse } from './assemble.ts';

/** The fixed numbers of one shift and the lane of `vectors` it adds to. */
export interface Pole {
  readonly h: number;
  readonly w: number;
  readonly weight: number;
  readonly lane: number;
}

/** Adds −2 weight g to `vectors` for every site; returns tr G = 2 Σ g0. */
export function contract(
  pattern: FactorPattern,
  inverse: Float64Array,
  spins: Float64Array,
  pole: Pole,
  vectors: Float64Array,
): number {
  const resolvent = new Float64Array(4);
  let sum = 0;
  const add = (site: number) => {
    sum += resolvent[0];
    for (let c = 0; c < 3; c++) vectors[2 * (3 * site + c) + pole.lane] += -2 * pole.weight * resolvent[1 + c];
  };
  pattern.pivotSite.forEach((site, k) => {
    resolvent.set(inverse.subarray(4 * pattern.base[k], 4 * pattern.base[k] + 4));
    add(site);
  });
  pattern.eliminatedSite.forEach((site, b) => {
    eliminatedResolvent(pattern, inverse, spins, pole, b, resolvent);
    add(site);
  });
  return 2 * sum;
}

/** D⁻¹ − D⁻¹ X D⁻¹ with X = Σ T_ba G_ac T_cb. */
function eliminatedResolvent(
  { targetStart, target, targetReal, eliminatedSite }: FactorPattern,
  inverse: Float64Array,
  spins: Float64Array,
  { h, w }: Pole,
  b: number,
  out: Float64Array,
): void {
  const x = new Float64Array(4);
  const xd = new Float64Array(4);
  const d = new Float64Array(4);
  eliminatedInverse(spins, eliminatedSite[b], h, w, d);
  for (let e = targetStart[b]; e < targetStart[b + 1]; e++) {
    for (let c = 0; c < 4; c++) x[c] += targetReal[e] * inverse[4 * target[e] + c];
  }
  subtractProduct(xd, 0, x, 0, d, 0);
  for (let c = 0; c < 4; c++) xd[c] = -xd[c];
  out.set(d);
  subtractProduct(out, 0, d, 0, xd, 0);
}
