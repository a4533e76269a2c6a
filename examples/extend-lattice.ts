// Your own lattice: the Lieb lattice, a square lattice with a site more on every bond, from its vectors and its sites alone.
//
//   node_modules/.bin/node examples/extend-lattice.ts        (with the package installed, import from 'spinformer')
import { createLattice, createModel, momenta, namedConfiguration, pointGroup } from '../src/index.ts';

const lattice = createLattice({
  kind: 'own',
  size: [4, 4],
  primitiveVectors: [
    [1, 0],
    [0, 1],
  ],
  // In units of primitive vectors: a corner, and the middles of two bonds.
  basis: [
    [0, 0],
    [0.5, 0],
    [0, 0.5],
  ],
});
const coupling = 1;
const model = createModel({ lattice, coupling });
const bonds = [1, 2, 3].map((shell) => lattice.bonds(shell).length);
console.log(`${lattice.siteCount} sites, bonds of the first shells: ${bonds.join(', ')}, ${model.route} route`);
console.log(`operations of the point group, which were found: ${pointGroup(lattice).length}`);

// In a ferromagnet the levels are known: 0 and ±2 √(cos² k_x/2 + cos² k_y/2), shifted by ±J/2.
const levels = model.spectrum(namedConfiguration('ferromagnet', lattice));
const k = momenta(lattice);
const band = (n: number) => 2 * Math.hypot(Math.cos(k[2 * n] / 2), Math.cos(k[2 * n + 1] / 2));
const expected = Array.from({ length: k.length / 2 }, (_, n) => [-band(n), 0, band(n)])
  .flat()
  .flatMap((energy) => [energy - coupling / 2, energy + coupling / 2])
  .sort((a, b) => a - b);
const difference = Math.max(...expected.map((energy, n) => Math.abs(energy - levels[n])));
console.log(`levels of a ferromagnet: within ${difference.toExponential(0)} of the formula`);

// Everything else takes the lattice as it takes the built-in ones.
const random = namedConfiguration('random', lattice, { seed: 1 });
console.log(`log W of random spins = ${model.logWeight(random).toFixed(8)} ± ${model.errorBound.toExponential(1)}`);
