/** Partition functions of small systems by quadrature over our own weight; expected values computed independently by quadrature over a dense diagonalisation. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { gaussLegendre } from '../gauss-legendre.ts';
import { fourSpins } from './four-spins.ts';

function modelAt(spec: LatticeSpec, beta: number): SpinFermionModel {
  const fixed = {
    hopping: [1],
    coupling: 1,
    chemicalPotential: 0,
    exchange: [],
    field: [0, 0, 0],
    tolerance: 1e-11,
  } as const;
  return createModel({ lattice: createLattice(spec), temperature: 1 / beta, ...fixed });
}

/** log of the mean weight and the weighted means of functions, from log weights relative to a reference. */
function average(samples: { logWeight: number; measure: number; values: number[] }[]) {
  const reference = samples[0].logWeight;
  let total = 0;
  const sums = samples[0].values.map(() => 0);
  for (const { logWeight, measure, values } of samples) {
    const weight = measure * Math.exp(logWeight - reference);
    total += weight;
    values.forEach((value, k) => {
      sums[k] += weight * value;
    });
  }
  return { logPartition: reference + Math.log(total), means: sums.map((sum) => sum / total) };
}

describe('two sites joined by one bond', () => {
  it.each([
    [20, 43.3300977392, -0.5583649911],
    [5, 10.7560989602, -0.1663962499],
  ])('β = %d', (beta, logPartition, correlation) => {
    const model = modelAt({ kind: 'chain', size: [2], boundary: ['open'] }, beta);
    const samples = gaussLegendre(60).map(([cosine, measure]) => {
      const spins = Float64Array.of(0, 0, 1, Math.sqrt(1 - cosine * cosine), 0, cosine);
      return { logWeight: model.logWeight(spins), measure, values: [cosine] };
    });
    const result = average(samples);
    expect(result.logPartition).toBeCloseTo(logPartition, 9);
    expect(result.means[0]).toBeCloseTo(correlation, 9);
  });
});

describe('2 × 2 sites with double bonds', () => {
  it.each([
    [5, 44.5993693511, -2.153307906, 0.301002674],
    [10, 88.3779742033, -2.213019634, 0.381405966],
  ])('β = %d', (beta, logPartition, energyPerSite, staggered2) => {
    const model = modelAt({ kind: 'square', size: [2, 2] }, beta);
    const samples = fourSpins(24).map(({ spins, weight, magnetization2, staggeredMagnetization2 }) => {
      const { logWeight, energy } = model.measure(spins);
      const correlation = magnetization2 - staggeredMagnetization2;
      return { logWeight, measure: weight, values: [energy / 4, staggeredMagnetization2, magnetization2, correlation] };
    });
    const { logPartition: found, means } = average(samples);
    expect(found).toBeCloseTo(logPartition, 9);
    expect(means[0]).toBeCloseTo(energyPerSite, 8);
    expect(means[1]).toBeCloseTo(staggered2, 8);
    if (beta !== 5) return;
    expect(means[2]).toBeCloseTo(0.281475824, 8);
    expect(means[3]).toBeCloseTo(-0.0195268497, 8);
  });
});
