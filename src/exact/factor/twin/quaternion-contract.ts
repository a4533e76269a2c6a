/** Twin of kernels/quaternion/contract.ts: the diagonal of the resolvent reduced to site vectors and a trace. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import type { PoleProblem } from '../problem.ts';
import { quaternionAlgebra } from './quaternion.ts';
import { eliminatedInverse } from './quaternion-assemble.ts';

/** Adds −2 weight g of shift j for every site to its lane of `vectors`; returns tr G = 2 Σ g0, which is real. */
export function contract(
  pattern: FactorPattern,
  problem: PoleProblem,
  inverse: Float64Array,
  spins: Float64Array,
  j: number,
  vectors: Float64Array,
): [number, number] {
  const factor = -2 * problem.weights[j];
  let sum = 0;
  const add = (site: number, g: Float64Array) => {
    sum += g[0];
    for (let c = 0; c < 3; c++) vectors[2 * (3 * site + c) + (j & 1)] += factor * g[1 + c];
  };
  pattern.pivotSite.forEach((site, k) => {
    add(site, inverse.subarray(4 * pattern.base[k], 4 * pattern.base[k] + 4));
  });
  pattern.eliminatedSite.forEach((site, b) => {
    add(site, eliminatedResolvent(pattern, inverse, spins, problem.halfCouplings[site], problem.shifts[j], b));
  });
  return [2 * sum, 0];
}

/** D⁻¹ − D⁻¹ X D⁻¹ with X = Σ T_ba G_ac T_cb. */
function eliminatedResolvent(
  { targetStart, target, targetReal, eliminatedSite }: FactorPattern,
  inverse: Float64Array,
  spins: Float64Array,
  h: number,
  w: number,
  b: number,
): Float64Array {
  const x = new Float64Array(4);
  const xd = new Float64Array(4);
  const d = new Float64Array(4);
  for (let e = targetStart[b]; e < targetStart[b + 1]; e++) {
    for (let c = 0; c < 4; c++) x[c] += targetReal[e] * inverse[4 * target[e] + c];
  }
  eliminatedInverse(spins, eliminatedSite[b], h, w, d);
  quaternionAlgebra.subtractProduct(xd, 0, x, 0, d, 0);
  for (let c = 0; c < 4; c++) xd[c] = -xd[c];
  const resolvent = d.slice();
  quaternionAlgebra.subtractProduct(resolvent, 0, d, 0, xd, 0);
  return resolvent;
}
