/** Twin of kernels/complex/contract.ts: the diagonal of the resolvent reduced to site vectors and a trace. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import type { PoleProblem } from '../problem.ts';
import { multiplyLeft, multiplyRight } from './block-algebra.ts';
import { complexAlgebra } from './complex.ts';
import { addScaled, eliminatedInverse } from './complex-assemble.ts';

/** Adds weight × Re tr[iσ G_ii] of shift j for every site to its lane of `vectors`; returns Re and Im of tr G. */
export function contract(
  pattern: FactorPattern,
  problem: PoleProblem,
  inverse: Float64Array,
  spins: Float64Array,
  j: number,
  vectors: Float64Array,
): [number, number] {
  const factor = -problem.weights[j];
  const trace: [number, number] = [0, 0];
  const add = (site: number, g: Float64Array) => {
    const target = 6 * site + (j & 1);
    vectors[target] += factor * (g[3] + g[5]);
    vectors[target + 2] += factor * (g[2] - g[4]);
    vectors[target + 4] += factor * (g[1] - g[7]);
    trace[0] += g[0] + g[6];
    trace[1] += g[1] + g[7];
  };
  pattern.pivotSite.forEach((site, k) => {
    add(site, inverse.subarray(8 * pattern.base[k], 8 * pattern.base[k] + 8));
  });
  pattern.eliminatedSite.forEach((site, b) => {
    add(site, eliminatedResolvent(pattern, problem, inverse, spins, problem.shifts[j], b));
  });
  return trace;
}

/** D⁻¹ − D⁻¹ X D⁻¹ with X = Σ T_ba G_ac T_cb. */
function eliminatedResolvent(
  { targetStart, target, targetReal, targetImaginary, eliminatedSite }: FactorPattern,
  { halfCouplings, levels }: PoleProblem,
  inverse: Float64Array,
  spins: Float64Array,
  w: number,
  b: number,
): Float64Array {
  const x = new Float64Array(8);
  const d = new Float64Array(8);
  const scratch = new Float64Array(8);
  for (let e = targetStart[b]; e < targetStart[b + 1]; e++) {
    addScaled(x, 0, targetReal[e], -targetImaginary[e], inverse, 8 * target[e]);
  }
  const site = eliminatedSite[b];
  eliminatedInverse(spins, site, halfCouplings[site], levels[site], w, d);
  multiplyRight(complexAlgebra, x, 0, d, scratch);
  multiplyLeft(complexAlgebra, x, 0, d, scratch);
  return d.map((value, c) => value - x[c]);
}
