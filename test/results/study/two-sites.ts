/** Two sites and one open bond: every average at any temperature and chemical potential by quadrature over the angle of the spins. */
import { createModel } from '../../../src/exact/create.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { gaussLegendre } from '../../gauss-legendre.ts';
import { averagesOver } from './exact-averages.ts';

export const TWO_SITES = 'lattice = { kind = "chain", size = [2], boundary = ["open"] }';

const lattice = createLattice({ kind: 'chain', size: [2], boundary: ['open'] });
const model = createModel({ lattice, temperature: 1 }, { route: 'dense' });
const nodes = gaussLegendre(60).map(([cosine, weight]) => ({
  weight,
  levels: model.spectrum(Float64Array.of(0, 0, 1, Math.sqrt(1 - cosine * cosine), 0, cosine)),
  spins: {
    nearestNeighbourCorrelation: cosine,
    magnetization2: (1 + cosine) / 2,
    staggeredMagnetization2: (1 - cosine) / 2,
  },
}));

export const exactly = (temperature: number, chemicalPotential = 0): Record<string, number> =>
  averagesOver(nodes, 2, temperature, chemicalPotential);
