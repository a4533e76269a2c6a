/** Two and three spins with every term of their own energy beside the electrons, also where some are missing, and their averages by quadrature. */
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { spinSites } from '../../src/lattice/disorder/occupation.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';
import { energyByFormula, type Terms } from '../exact/classical/systems.ts';
import { gaussLegendre } from '../gauss-legendre.ts';
import type { System } from './systems.ts';

/** All of it has the symmetry of rotations about z, which saves an integral. */
const TERMS: Terms = {
  exchange: [0.2],
  field: [0, 0, 0.25],
  axis: [0, 0, 3],
  exchangeAxial: [-0.35],
  singleIon: 0.4,
  biquadratic: [0.5],
  dzyaloshinskiiMoriya: [0.45],
  dmDirection: 'z',
};
const ELECTRONS = { hopping: [1], coupling: 2, chemicalPotential: 0.3, temperature: 0.4 };

const NAMES = ['S_1·S_2', '(S_1 × S_2)_z', 'S_z of site 1', 'S_z² of site 1'] as const;

/** Of the first two spins that are there. */
function measured(sites: Int32Array, spins: Float64Array): number[] {
  const [[x, y, z], [a, b, c]] = [sites[0], sites[1]].map((site) => spins.subarray(3 * site, 3 * site + 3));
  return [x * a + y * b + z * c, x * b - y * a, z, z * z];
}

/** Every configuration of a grid with its share of the measure: the first spin has no azimuth, the others have `azimuths` of them. */
export function* grid(
  lattice: Lattice,
  cosines: number,
  azimuths: number,
): Generator<{ spins: Float64Array; share: number }> {
  const nodes = gaussLegendre(cosines);
  const sites = spinSites(lattice);
  const spins = new Float64Array(3 * lattice.siteCount);
  function* fill(index: number, share: number): Generator<{ spins: Float64Array; share: number }> {
    if (index === sites.length) {
      yield { spins, share };
      return;
    }
    const count = index === 0 ? 1 : azimuths;
    for (const [cosine, weight] of nodes) {
      const sine = Math.sqrt(1 - cosine * cosine);
      for (let k = 0; k < count; k++) {
        const angle = (2 * Math.PI * k) / count;
        spins.set([sine * Math.cos(angle), sine * Math.sin(angle), cosine], 3 * sites[index]);
        yield* fill(index + 1, (share * weight) / count);
      }
    }
  }
  yield* fill(0, 1);
}

/** The averages and the log of the mean weight, with the weight of the electrons from the model without the spins' own energy, and that by its formulas. */
export function quadrature(lattice: Lattice, cosines: number, azimuths: number): { means: number[]; logMean: number } {
  const electrons = createModel({ lattice, ...ELECTRONS });
  const parameters = { lattice, ...TERMS };
  let total = 0;
  const sums = NAMES.map(() => 0);
  for (const { spins, share } of grid(lattice, cosines, azimuths)) {
    const logWeight = electrons.logWeight(spins) - energyByFormula(parameters, spins) / ELECTRONS.temperature;
    const weight = share * Math.exp(logWeight);
    total += weight;
    for (const [k, value] of measured(spinSites(lattice), spins).entries()) sums[k] += weight * value;
  }
  return { means: sums.map((sum) => sum / total), logMean: Math.log(total) };
}

function system(name: string, lattice: Lattice, means: readonly number[]): System {
  const known = NAMES.map((quantity, k) => ({ name: quantity, mean: means[k], error: 0, nearZero: true }));
  return {
    name,
    model: createModel({ lattice, ...ELECTRONS, ...TERMS }),
    known,
    measure: ({ spins }) => measured(spinSites(lattice), spins),
  };
}

export const PAIR = createLattice({ kind: 'chain', size: [2], boundary: ['open'] });
export const TRIANGLE = createLattice({ kind: 'chain', size: [3] });

/** All disorder at once on two spins; a ring of which one site is left out; four sites of which one is left out and one has no spin. */
export const ALIKE = createLattice({
  kind: 'chain',
  size: [2],
  boundary: ['open'],
  disorder: { potential: 1, hopping: 0.8, coupling: 1.5, seed: 4 },
});
export const VACANCY = createLattice({ kind: 'chain', size: [4], disorder: { vacancies: 0.3, seed: 7 } });
export const MISSING = createLattice({
  kind: 'triangular',
  size: [2, 2],
  boundary: ['open', 'open'],
  disorder: { vacancies: 0.3, missingSpins: 0.3, potential: 1, seed: 2 },
});

/** The averages to 8 digits: two spins by `quadrature(PAIR, 30, 40)`, three by `quadrature(TRIANGLE, 14, 20)`. */
export const MEANS = {
  pair: [-0.041959916, -0.193421296, 0.245346614, 0.405070844],
  triangle: [-0.034567485, -0.267062901, 0.266822586, 0.374071415],
  alike: [0.010088014, -0.191769327, 0.261454309, 0.411352796],
  vacancy: [-0.024714308, -0.199963607, 0.262588923, 0.414433428],
  missing: [0.039336625, 0.1904996754, 0.2705913257, 0.4151423539],
};

/** log of the mean weight over all directions, by the same quadratures, where every site has a spin. */
export const LOG_MEANS = { pair: 9.108354982, triangle: 15.017942204, alike: 6.80550966 };

export const ANISOTROPIC: readonly System[] = [
  system('two sites', PAIR, MEANS.pair),
  system('a triangle', TRIANGLE, MEANS.triangle),
  system('two sites, with disorder', ALIKE, MEANS.alike),
  system('a ring with a vacancy', VACANCY, MEANS.vacancy),
  system('two triangles with a vacancy and a missing spin', MISSING, MEANS.missing),
];
