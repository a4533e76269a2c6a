/** The quaternion route in plain TypeScript: the kernels' operations in the kernels' order, one shift at a time, hence the same bits. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { chunksPerPair, type FactorKernels } from '../pole-factors.ts';
import type { PoleProblem } from '../problem.ts';
import { assemble } from './assemble.ts';
import { contract } from './contract.ts';
import { factorise } from './factorise.ts';
import { invertSelected } from './invert.ts';

export function quaternionTwin(pattern: FactorPattern, problem: PoleProblem, invert: boolean): FactorKernels {
  const { shifts, weights, halfCoupling: h } = problem;
  const values = new Float64Array(4 * pattern.slotCount);
  const inverse = new Float64Array(invert ? values.length : 0);
  const spins = new Float64Array(3 * pattern.siteCount);
  const products = new Float64Array(shifts.length * chunksPerPair(pattern));
  const vectors = new Float64Array(6 * pattern.siteCount);
  const traces = new Float64Array(2 * shifts.length);
  const factoriseShift = (j: number) => {
    assemble(pattern, values, spins, h, shifts[j]);
    factorise(pattern, values, products, 2 * chunksPerPair(pattern) * (j >> 1) + (j & 1));
  };
  return {
    ...{ spins, products, vectors, traces },
    factorise: () => shifts.forEach((_, j) => factoriseShift(j)),
    factoriseAndInvert() {
      vectors.fill(0);
      shifts.forEach((w, j) => {
        factoriseShift(j);
        invertSelected(pattern, values, inverse);
        traces[j] = contract(pattern, inverse, spins, { h, w, weight: weights[j], lane: j & 1 }, vectors);
      });
    },
  };
}
