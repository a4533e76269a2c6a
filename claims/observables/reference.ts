/** Averages on 4 × 4 sites by two independent exact methods, no Monte Carlo program of ours among them. */
import type { Combined } from '../analysis/seeds.ts';

type Averages = Readonly<Record<string, Combined>>;

/** By temperature; t = J = 1, μ = 0, periodic. From test/fixtures/ensembles-4x4.json, which says how they were obtained, rounded to a tenth of their errors. */
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
