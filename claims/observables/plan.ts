/** What is computed and compared: systems, quantities, a path of wave vectors, and reference values. */
import type { Combined } from '../analysis/seeds.ts';

export interface Plan {
  readonly sizes: readonly number[];
  /** The temperatures, ascending. */
  readonly temperatures: readonly number[];
  /** The number of blocks of the transformer, and of exact evaluations that it learns from. */
  readonly blocks: number;
  readonly exactEvaluations: number;
  /** The samples of each of two chains. */
  readonly samples: number;
}

export const plan = (isQuick: boolean): Plan =>
  isQuick
    ? {
        sizes: [4, 6],
        temperatures: [0.05, 0.1, 0.2],
        blocks: 2,
        exactEvaluations: 1000,
        samples: 5000,
      }
    : {
        sizes: [4, 6, 8],
        temperatures: [0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3],
        blocks: 2,
        exactEvaluations: 2000,
        samples: 8000,
      };

export const SEED = 2023;

/** The candidates that are compared: the sampler with the exact weight alone, and self-learning. */
export type Candidate = 'exact' | 'learned';

export interface Quantity {
  /** The name of the observable in a summary. */
  readonly name: string;
  readonly label: string;
}

export const QUANTITIES: readonly Quantity[] = [
  { name: 'energyPerSite', label: 'U/N' },
  { name: 'specificHeatPerSite', label: 'C' },
  { name: 'absMagnetization', label: '|m|' },
  { name: 'absStaggeredMagnetization', label: '|m_s|' },
  { name: 'structureFactorPiPi', label: 'S(π, π)' },
];

interface PathPoint {
  /** The integers n of q = 2π n/L. */
  readonly waveNumber: readonly [number, number];
  /** The length of the path up to here, in units of π. */
  readonly length: number;
}

/** The lengths at which the path has its corners, in units of π. */
export const CORNERS = [0, 1, 2, 2 + Math.SQRT2];
export const CORNER_NAMES = ['Γ (0, 0)', 'X (π, 0)', 'M (π, π)', 'Γ (0, 0)'];

/** The wave vectors along Γ X M Γ of an L × L lattice, L even: from (0, 0) to (π, 0), (π, π) and back. Every one is there once; the end, which is the beginning, is left out. */
export function momentumPath(size: number): PathPoint[] {
  const half = size / 2;
  const steps = Array.from({ length: half }, (_, k) => k);
  return [
    ...steps.map((k) => ({ waveNumber: [k, 0] as const, length: k / half })),
    ...steps.map((k) => ({ waveNumber: [half, k] as const, length: 1 + k / half })),
    ...steps.map((k) => ({ waveNumber: [half - k, half - k] as const, length: 2 + (Math.SQRT2 * k) / half })),
  ];
}

type Averages = Readonly<Record<string, Combined>>;

/**
 * Averages on 4 × 4 sites by temperature, t = J = 1, μ = 0, periodic, from two independent exact methods, no Monte Carlo program of ours among them:
 * the values of test/fixtures/ensembles-4x4.json, which says how they were obtained, rounded to a tenth of their errors.
 */
export const REFERENCE_4X4: ReadonlyMap<number, Averages> = new Map([
  [
    0.05,
    {
      energyPerSite: { value: -1.676468, error: 0.000022 },
      specificHeatPerSite: { value: 0.8503, error: 0.0013 },
      absMagnetization: { value: 0.261637, error: 0.000076 },
      absStaggeredMagnetization: { value: 0.55151, error: 0.0001 },
      structureFactorPiPi: { value: 5.1439, error: 0.0017 },
    },
  ],
  [
    0.1,
    {
      energyPerSite: { value: -1.644759, error: 0.000043 },
      specificHeatPerSite: { value: 0.47714, error: 0.00068 },
      absMagnetization: { value: 0.2627, error: 0.00024 },
      absStaggeredMagnetization: { value: 0.32903, error: 0.00029 },
      structureFactorPiPi: { value: 1.9884, error: 0.0033 },
    },
  ],
  [
    0.2,
    {
      energyPerSite: { value: -1.609261, error: 0.000034 },
      specificHeatPerSite: { value: 0.26445, error: 0.00014 },
      absMagnetization: { value: 0.2387, error: 0.00024 },
      absStaggeredMagnetization: { value: 0.2576, error: 0.00037 },
      structureFactorPiPi: { value: 1.2379, error: 0.0027 },
    },
  ],
]);
