/** Averages of a small system at any temperature and chemical potential, by quadrature over its configurations. */
import { levelAverages } from '../../../src/exact/averages.ts';

/** A configuration with its weight in the quadrature. Weights add up to 1. */
export interface Node {
  readonly weight: number;
  readonly levels: ArrayLike<number>;
  /** Of the spins themselves; 0 where left out. */
  readonly classicalEnergy?: number;
  /** Observables of the spins by name. */
  readonly spins: Readonly<Record<string, number>>;
}

/** log Z, with the mean over directions as measure, and averages under the names of observables. */
export function averagesOver(
  nodes: readonly Node[],
  siteCount: number,
  temperature: number,
  chemicalPotential: number,
): Record<string, number> {
  const all = nodes.map(({ levels, classicalEnergy = 0, ...node }) => ({
    ...node,
    ...levelAverages(Float64Array.from(levels), classicalEnergy, { temperature, chemicalPotential }),
  }));
  type One = (typeof all)[number];
  const sum = (value: (one: One) => number) =>
    all.reduce((total, one) => total + one.weight * Math.exp(one.logWeight) * value(one), 0);
  const norm = sum(() => 1);
  const mean = (value: (one: One) => number) => sum(value) / norm;
  const variance = (value: (one: One) => number) => mean((one) => value(one) ** 2) - mean(value) ** 2;
  const grand = ({ energy, density }: One) => energy - siteCount * chemicalPotential * density;
  const density = ({ density: value }: One) => value;
  return {
    logPartition: Math.log(norm),
    energyPerSite: mean(({ energy }) => energy / siteCount),
    freeEnergyMeanPerSite: mean(({ freeEnergy }) => freeEnergy / siteCount),
    density: mean(density),
    ...Object.fromEntries(Object.keys(nodes[0].spins).map((name) => [name, mean(({ spins }) => spins[name])])),
    specificHeatPerSite:
      (variance(grand) + mean(({ energyFluctuation }) => energyFluctuation)) / (siteCount * temperature ** 2),
    compressibility:
      (siteCount * variance(density) + mean(({ numberFluctuation }) => numberFluctuation) / siteCount) / temperature,
  };
}
