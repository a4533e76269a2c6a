/** Small systems whose averages are known independently of any Monte Carlo of ours. */
import { createModel } from '../../src/exact/create.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import type { ChainState } from '../../src/sampling/interfaces/sampler.ts';
import ensembles from '../fixtures/ensembles-4x4.json' with { type: 'json' };

export interface Known {
  readonly name: string;
  readonly mean: number;
  /** Error of `mean`; 0 for quadratures. */
  readonly error: number;
  /** A correlation of unit vectors, between −1 and 1, which fluctuates by several times its mean: an error relative to the mean says little. */
  readonly nearZero?: boolean;
}

/** What errors are relative to. */
export const scaleOf = ({ mean, nearZero = false }: Known): number => (nearZero ? 1 : Math.abs(mean));

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
    known: [{ name: 'S_1·S_2', mean, error: 0, nearZero: beta === 5 }],
    measure: ({ spins }) => [dot(spins, 0, 1)],
  };
}

/** The periodic 2 × 2 lattice, where every bond counts twice: by quadrature over a dense diagonalisation. */
export function doubleBonds(beta: 5 | 10): System {
  const model = modelAt({ kind: 'square', size: [2, 2] }, 1 / beta);
  const measured = {
    'energy per site': ({ spins }: ChainState) => model.measure(spins).energy / 4,
    'm_s²': ({ spins }: ChainState) => magnetisations(spins, model)[1],
    'm²': ({ spins }: ChainState) => magnetisations(spins, model)[0],
    'nearest neighbours': ({ spins }: ChainState) => acrossMean(spins),
  };
  const known = DOUBLE_BONDS[beta];
  return {
    name: `2 × 2, β = ${beta}`,
    model,
    known,
    measure: (state) => known.map(({ name }) => measured[name as keyof typeof measured](state)),
  };
}

const DOUBLE_BONDS: Readonly<Record<5 | 10, readonly Known[]>> = {
  5: [
    { name: 'energy per site', mean: -2.153307906, error: 0 },
    { name: 'm_s²', mean: 0.301002674, error: 0 },
    { name: 'm²', mean: 0.281475824, error: 0 },
    { name: 'nearest neighbours', mean: -0.0195268497, error: 0, nearZero: true },
  ],
  10: [
    { name: 'energy per site', mean: -2.213019634, error: 0 },
    { name: 'm_s²', mean: 0.381405966, error: 0 },
  ],
};

/** Mean of S_i·S_j over the bonds of the 2 × 2 lattice. */
function acrossMean(spins: Float64Array): number {
  return (dot(spins, 0, 1) + dot(spins, 0, 2) + dot(spins, 3, 1) + dot(spins, 3, 2)) / 4;
}

/** 4 × 4 by two independent exact methods, whose errors are part of the comparison. */
export function fourByFour(temperature: 0.05 | 0.1 | 0.2): System {
  const model = modelAt({ kind: 'square', size: [4, 4] }, temperature);
  const means = ensembles.ensembles[`T=${temperature}`];
  const bonds = model.parameters.lattice.bonds(1);
  const names = ['freeEnergyMeanPerSite', 'nearestNeighbourCorrelation', 'magnetization2', 'staggeredMagnetization2'];
  const isNearZero = (name: string) => name === 'nearestNeighbourCorrelation' && temperature > 0.05;
  return {
    name: `4 × 4, T = ${temperature}`,
    model,
    known: (names as (keyof typeof means)[]).map((name) => ({ name, nearZero: isNearZero(name), ...means[name] })),
    measure({ spins, logWeight }) {
      const correlation = bonds.reduce((sum, { from, to }) => sum + dot(spins, from, to), 0) / bonds.length;
      return [(-temperature * logWeight) / 16, correlation, ...magnetisations(spins, model)];
    },
  };
}

export const SYSTEMS: readonly System[] = [
  ...[twoSites(5), twoSites(20), doubleBonds(5), doubleBonds(10)],
  ...[fourByFour(0.05), fourByFour(0.1), fourByFour(0.2)],
];

/** The model with t = J = 1, μ = 0. */
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
