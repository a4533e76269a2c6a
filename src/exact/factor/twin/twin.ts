/** The kernels in plain TypeScript: their operations in their order, one shift at a time, hence bit-identical. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { type PatchKernels, patchChunksPerPair } from '../patch-factors.ts';
import { chunksPerPair, type FactorKernels } from '../pole-factors.ts';
import type { PoleProblem } from '../problem.ts';
import { complexAlgebra } from './complex.ts';
import { assemble as assembleComplex } from './complex-assemble.ts';
import { contract as contractComplex } from './complex-contract.ts';
import { factorise } from './factorise.ts';
import { invertSelected } from './invert.ts';
import { gatherPatch, invertPatch, pivotRatio, updatePatch } from './patch.ts';
import { quaternionAlgebra } from './quaternion.ts';
import { assemble as assembleQuaternion } from './quaternion-assemble.ts';
import { contract as contractQuaternion } from './quaternion-contract.ts';

const ARITHMETIC = {
  quaternion: { algebra: quaternionAlgebra, assemble: assembleQuaternion, contract: contractQuaternion },
  complex: { algebra: complexAlgebra, assemble: assembleComplex, contract: contractComplex },
};

export function typescriptKernels(pattern: FactorPattern, problem: PoleProblem): FactorKernels {
  const { shifts } = problem;
  const { algebra, assemble, contract } = ARITHMETIC[problem.arithmetic];
  const values = new Float64Array(algebra.size * pattern.slotCount);
  const inverse = new Float64Array(values.length);
  const spins = new Float64Array(3 * pattern.siteCount);
  const products = new Float64Array(shifts.length * chunksPerPair(pattern));
  const vectors = new Float64Array(6 * pattern.siteCount);
  const traces = new Float64Array(2 * shifts.length);
  const factoriseShift = (w: number, j: number) => {
    assemble(pattern, problem, values, spins, w);
    factorise(algebra, pattern, values, products, 2 * chunksPerPair(pattern) * (j >> 1) + (j & 1));
  };
  return {
    spins,
    products,
    vectors,
    traces,
    factorise: () => shifts.forEach(factoriseShift),
    factoriseAndInvert() {
      vectors.fill(0);
      shifts.forEach((w, j) => {
        factoriseShift(w, j);
        invertSelected(algebra, pattern, values, inverse);
        [traces[j], traces[shifts.length + j]] = contract(pattern, problem, inverse, spins, j, vectors);
      });
    },
  };
}

export function typescriptPatchKernels(pattern: FactorPattern, problem: PoleProblem): PatchKernels {
  const { shifts } = problem;
  const m = pattern.patchSize;
  const { algebra, assemble } = ARITHMETIC[problem.arithmetic];
  const values = new Float64Array(algebra.size * pattern.slotCount);
  const greens = Array.from(shifts, () => new Float64Array(algebra.size * m * m));
  const spins = new Float64Array(3 * pattern.siteCount);
  const products = new Float64Array(shifts.length * patchChunksPerPair(pattern));
  const ratios = new Float64Array(shifts.length);
  const block = new Float64Array(algebra.size);
  const negative = (x: number, y: number, z: number) => Float64Array.from(algebra.spin(-x, -y, -z));
  return {
    spins,
    products,
    ratios,
    open: () =>
      shifts.forEach((w, j) => {
        const start = 2 * patchChunksPerPair(pattern) * (j >> 1) + (j & 1);
        assemble(pattern, problem, values, spins, w);
        factorise(algebra, pattern, values, products, start);
        gatherPatch(algebra, pattern, values, greens[j]);
        invertPatch(algebra, greens[j], m, products, start + 2 * chunksPerPair(pattern));
      }),
    ratio: (a, x, y, z) =>
      greens.forEach((green, j) => {
        pivotRatio(algebra, green, m, a, negative(x, y, z), block);
        ratios[j] = algebra.norm(block, 0);
      }),
    update(a, x, y, z) {
      for (const green of greens) updatePatch(algebra, green, m, a, negative(x, y, z));
    },
  };
}
