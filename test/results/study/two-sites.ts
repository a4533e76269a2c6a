/** Two sites and one open bond: every average at any temperature and chemical potential by quadrature over the angle of the spins. */
import { levelAverages } from '../../../src/exact/averages.ts';
import { createModel } from '../../../src/exact/create.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { gaussLegendre } from '../../gauss-legendre.ts';

export const TWO_SITES = 'lattice = { kind = "chain", size = [2], boundary = ["open"] }';

const lattice = createLattice({ kind: 'chain', size: [2], boundary: ['open'] });
const model = createModel({ lattice, temperature: 1 }, { route: 'dense' });
const nodes = gaussLegendre(60).map(([cosine, weight]) => ({
  cosine,
  weight,
  levels: model.spectrum(Float64Array.of(0, 0, 1, Math.sqrt(1 - cosine * cosine), 0, cosine)),
}));

/** log Z, with the mean over directions as measure, and averages under the names of observables. */
export function exactly(temperature: number, chemicalPotential = 0): Record<string, number> {
  const all = nodes.map(({ levels, ...node }) => ({
    ...node,
    ...levelAverages(levels, 0, { temperature, chemicalPotential }),
  }));
  const sum = (value: (one: (typeof all)[number]) => number) =>
    all.reduce((total, one) => total + one.weight * Math.exp(one.logWeight) * value(one), 0);
  const norm = sum(() => 1);
  const mean = (value: (one: (typeof all)[number]) => number) => sum(value) / norm;
  const variance = (value: (one: (typeof all)[number]) => number) => mean((one) => value(one) ** 2) - mean(value) ** 2;
  const grand = ({ energy, density }: { energy: number; density: number }) => energy - 2 * chemicalPotential * density;
  return {
    logPartition: Math.log(norm),
    energyPerSite: mean(({ energy }) => energy / 2),
    freeEnergyMeanPerSite: mean(({ freeEnergy }) => freeEnergy / 2),
    density: mean(({ density }) => density),
    nearestNeighbourCorrelation: mean(({ cosine }) => cosine),
    magnetization2: mean(({ cosine }) => (1 + cosine) / 2),
    staggeredMagnetization2: mean(({ cosine }) => (1 - cosine) / 2),
    specificHeatPerSite:
      (variance(grand) + mean(({ energyFluctuation }) => energyFluctuation)) / (2 * temperature ** 2),
    compressibility:
      (2 * variance(({ density }) => density) + mean(({ numberFluctuation }) => numberFluctuation) / 2) / temperature,
  };
}
