/** Small systems whose averages are known independently of any Monte Carlo of ours. */
import { createModel } from '../../src/exact/create.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import type { ChainState } from '../../src/sampling/sampler.ts';
import ensembles from '../fixtures/ensembles-4x4.json' with { type: 'json' };

export interface Known {
  readonly name: string;
  readonly mean: number;
  /** Of `mean`; 0 for quadratures. */
  readonly error: number;
}

export interface System {
  readonly name: string;
  readonly model: SpinFermionModel;
  readonly known: readonly Known[];
  /** The known quantities, in their order. */
  readonly measure: (state: ChainState) => readonly number[];
}

/** Two sites, one open bond: ⟨S_1·S_2⟩ by quadrature over a dense diagonalisation. */
export function twoSites(beta: 5 | 20): System {
  const mean = beta === 5 ? -0.1663962499 : -0.5583649911;
  return {
    name: `two sites, β = ${beta}`,
    model: modelAt({ kind: 'chain', size: [2], boundary: ['open'] }, 1 / beta),
    known: [{ name: 'S_1·S_2', mean, error: 0 }],
    measure: ({ spins }) => [dot(spins, 0, 1)],
  };
}

/** The periodic 2 × 2 lattice, where every bond counts twice, at β = 5: by quadrature over a dense diagonalisation. */
export function doubleBonds(): System {
  const model = modelAt({ kind: 'square', size: [2, 2] }, 1 / 5);
  return {
    ...{ name: '2 × 2, β = 5', model },
    known: [
      { name: 'nearest neighbours', mean: -0.0195268497, error: 0 },
      { name: 'm²', mean: 0.281475824, error: 0 },
      { name: 'm_s²', mean: 0.301002674, error: 0 },
      { name: 'energy per site', mean: -2.153307906, error: 0 },
    ],
    measure({ spins }) {
      const across = dot(spins, 0, 1) + dot(spins, 0, 2) + dot(spins, 3, 1) + dot(spins, 3, 2);
      const [uniform, staggered] = magnetisations(spins, model);
      return [across / 4, uniform, staggered, model.measure(spins).energy / 4];
    },
  };
}

/** 4 × 4 by two independent exact methods, whose errors are part of the comparison. */
export function fourByFour(temperature: 0.05 | 0.1 | 0.2): System {
  const model = modelAt({ kind: 'square', size: [4, 4] }, temperature);
  const means = ensembles.ensembles[`T=${temperature}`];
  const bonds = model.parameters.lattice.bonds(1);
  const names = ['freeEnergyMeanPerSite', 'nearestNeighbourCorrelation', 'magnetization2', 'staggeredMagnetization2'];
  return {
    ...{ name: `4 × 4, T = ${temperature}`, model },
    known: (names as (keyof typeof means)[]).map((name) => ({ name, ...means[name] })),
    measure({ spins, logWeight }) {
      const correlation = bonds.reduce((sum, { from, to }) => sum + dot(spins, from, to), 0) / bonds.length;
      return [(-temperature * logWeight) / 16, correlation, ...magnetisations(spins, model)];
    },
  };
}

/** t = J = 1, μ = 0. */
function modelAt(spec: LatticeSpec, temperature: number): SpinFermionModel {
  const fixed = { hopping: [1], coupling: 1, chemicalPotential: 0, exchange: [], field: [0, 0, 0] } as const;
  return createModel({ lattice: createLattice(spec), temperature, tolerance: 1e-8, ...fixed });
}

function dot(spins: Float64Array, i: number, j: number): number {
  return spins[3 * i] * spins[3 * j] + spins[3 * i + 1] * spins[3 * j + 1] + spins[3 * i + 2] * spins[3 * j + 2];
}

/** m² and m_s² of a square lattice. */
function magnetisations(spins: Float64Array, model: SpinFermionModel): [number, number] {
  const { siteCount, spec } = model.parameters.lattice;
  const sums = [0, 0, 0, 0, 0, 0];
  for (let site = 0; site < siteCount; site++) {
    const sign = ((site % spec.size[0]) + Math.floor(site / spec.size[0])) % 2 === 0 ? 1 : -1;
    for (let c = 0; c < 3; c++) {
      sums[c] += spins[3 * site + c];
      sums[3 + c] += sign * spins[3 * site + c];
    }
  }
  const square = (v: readonly number[]) => v.reduce((sum, x) => sum + x * x, 0) / (siteCount * siteCount);
  return [square(sums.slice(0, 3)), square(sums.slice(3))];
}
