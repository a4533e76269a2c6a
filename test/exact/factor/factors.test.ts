/** Log-determinants and resolvents against full diagonalisation; WebAssembly against its twin, to the bit. */
import { describe, expect, it } from 'vitest';
import { eigenSystem } from '../../../src/exact/dense/eigensystem.ts';
import { denseHamiltonian } from '../../../src/exact/dense/hamiltonian.ts';
import { createPatchFactors, createPoleFactors } from '../../../src/exact/factor/engines.ts';
import type { PoleProblem } from '../../../src/exact/factor/problem.ts';
import { diagonal, type HoppingMatrix, hoppingMatrix } from '../../../src/exact/hopping.ts';
import { independentSet, sublatticeMask } from '../../../src/exact/pattern/independent-set.ts';
import { createPattern, type FactorPattern } from '../../../src/exact/pattern/pattern.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import type { Engine } from '../../../src/wasm/engine.ts';
import { parity, type Random, randomHopping, randomSpins } from '../random-systems.ts';

const COUPLING = 1.4;
const SIZES = [1, 2, 3, 7, 18, 30];

interface Case {
  readonly hopping: HoppingMatrix;
  readonly problem: PoleProblem;
  readonly spins: Float64Array;
  /** Sites kept for a patch, none eliminated. */
  readonly patch: number[];
  readonly eliminated: boolean[];
}

function randomCase(random: Random, arithmetic: 'quaternion' | 'complex', siteCount: number): Case {
  const classC = arithmetic === 'quaternion';
  const hopping = randomHopping(random, { siteCount, density: 4 / siteCount, classC });
  const shifts = Float64Array.of(0.05, 0.3, 1, 7);
  const levels = diagonal(hopping).map((level) => level - (classC ? 0 : 0.4));
  const patch = Array.from({ length: siteCount }, (_, i) => i).filter((i) => i % 2 === 0 && i < 12);
  const eliminated = classC ? sublatticeMask(parity(siteCount), 0) : independentSet(hopping, new Set(patch));
  const problem = {
    arithmetic,
    shifts,
    weights: shifts.map(Math.sqrt),
    halfCouplings: new Float64Array(siteCount).fill(COUPLING / 2),
    levels,
  };
  return { hopping, problem, spins: randomSpins(random, siteCount), patch, eliminated };
}

/** Levels of K and, for each shift, G = (w + iK)⁻¹ on the diagonal blocks, from eigenvectors. */
function reference({ hopping, problem, spins }: Case) {
  const { levels, vectors } = eigenSystem(denseHamiltonian(hopping, COUPLING, spins));
  const chemicalPotential = problem.arithmetic === 'quaternion' ? 0 : 0.4;
  const excess = levels.map((level) => level - chemicalPotential);
  const logDeterminants = problem.shifts.map((w) => excess.reduce((sum, e) => sum + Math.log(w * w + e * e) / 2, 0));
  const traceReal = problem.shifts.map((w) => excess.reduce((sum, e) => sum + w / (w * w + e * e), 0));
  const traceImaginary = problem.shifts.map((w) => excess.reduce((sum, e) => sum - e / (w * w + e * e), 0));
  // Re tr[iσ G] = Σ_n ⟨n|σ|n⟩ E_n/(w² + E_n²).
  const sums = new Float64Array(3 * hopping.siteCount);
  excess.forEach((e, n) => {
    const weight = problem.shifts.reduce((sum, w, j) => sum + (problem.weights[j] * e) / (w * w + e * e), 0);
    for (let i = 0; i < hopping.siteCount; i++) {
      const up = n * levels.length + 2 * i;
      const [x, y, u, v] = [vectors.real[up], vectors.imaginary[up], vectors.real[up + 1], vectors.imaginary[up + 1]];
      const sigma = [2 * (x * u + y * v), 2 * (x * v - y * u), x * x + y * y - u * u - v * v];
      sigma.forEach((s, c) => {
        sums[3 * i + c] += weight * s;
      });
    }
  });
  return { logDeterminants, traceReal, traceImaginary, vectors: sums };
}

const difference = (a: Float64Array, b: Float64Array) =>
  a.reduce((d, value, k) => Math.max(d, Math.abs(value - b[k])), 0);
const sameBits = (a: Float64Array, b: Float64Array) =>
  a.length === b.length && a.every((value, k) => Object.is(value, b[k]));

describe.each(['quaternion', 'complex'] as const)('%s factors', (arithmetic) => {
  it.each(SIZES)('agree with diagonalisation and between engines, N = %i', (siteCount) => {
    const random = philoxStream(siteCount, 1);
    for (let repeat = 0; repeat < 5; repeat++) {
      const sample = randomCase(random, arithmetic, siteCount);
      const pattern = createPattern(sample.hopping, sample.eliminated);
      const fast = createPoleFactors('wasm', pattern, sample.problem).resolvents(sample.spins);
      const twin = createPoleFactors('typescript', pattern, sample.problem).resolvents(sample.spins);
      const exact = reference(sample);
      for (const key of ['logDeterminants', 'vectors', 'traceReal', 'traceImaginary'] as const) {
        expect(sameBits(fast[key], twin[key]), key).toBe(true);
        expect(difference(fast[key], exact[key]), key).toBeLessThan(1e-12 * (1 + siteCount));
      }
    }
  });

  it('are the same in an order by dissection, and between engines', () => {
    const lattice = createLattice({ kind: 'cubic', size: [6, 6, 6] });
    const hopping = hoppingMatrix(lattice, [1]);
    const random = philoxStream(3, 3);
    const { problem } = randomCase(random, arithmetic, hopping.siteCount);
    const spins = randomSpins(random, hopping.siteCount);
    const dissected = createPattern(hopping, independentSet(hopping));
    const filling = createPattern(hopping, independentSet(hopping), [], 1);
    expect(filling.operations / dissected.operations).toBeGreaterThan(1.05);
    const resolvents = (engine: Engine, pattern: FactorPattern) =>
      createPoleFactors(engine, pattern, { ...problem, levels: diagonal(hopping) }).resolvents(spins);
    const [fast, twin] = (['wasm', 'typescript'] as const).map((engine) => resolvents(engine, dissected));
    const other = resolvents('wasm', filling);
    for (const key of ['logDeterminants', 'vectors', 'traceReal', 'traceImaginary'] as const) {
      expect(sameBits(fast[key], twin[key]), key).toBe(true);
      expect(difference(fast[key], other[key]), key).toBeLessThan(1e-12 * (1 + hopping.siteCount));
    }
  });

  it.each(SIZES)('follow single-spin changes in a patch, N = %i', (siteCount) => {
    const random = philoxStream(siteCount, 2);
    const sample = randomCase(random, arithmetic, siteCount);
    const pattern = createPattern(sample.hopping, sample.eliminated, sample.patch);
    const fast = createPatchFactors('wasm', pattern, sample.problem);
    const twin = createPatchFactors('typescript', pattern, sample.problem);
    const full = createPoleFactors('wasm', createPattern(sample.hopping, sample.eliminated), sample.problem);
    const { spins, problem } = sample;
    const current = fast.open(spins).slice();
    expect(sameBits(current, twin.open(spins))).toBe(true);
    for (let move = 0; move < 30; move++) {
      const a = move % sample.patch.length;
      const site = sample.patch[a];
      const next = randomSpins(random, 1);
      const [x, y, z] = next.map((value, c) => problem.halfCouplings[site] * (value - spins[3 * site + c]));
      const change = fast.logRatios(a, x, y, z);
      expect(sameBits(change, twin.logRatios(a, x, y, z))).toBe(true);
      if (move % 3 === 0) continue;
      for (const engine of [fast, twin]) engine.update(a, x, y, z);
      spins.set(next, 3 * site);
      for (let j = 0; j < current.length; j++) current[j] += change[j];
    }
    expect(difference(current, full.logDeterminants(spins))).toBeLessThan(1e-10);
    expect(difference(current, fast.open(spins))).toBeLessThan(1e-10);
  });
});
