/** The energy of the nodal determinant by its definition: plane waves, dense complex matrices over all sites and spins, full diagonalisation. */
import { band } from '../../../src/effective/nodal/band.ts';
import { nodalManifold } from '../../../src/effective/nodal/manifold.ts';
import { eigenSystem } from '../../../src/exact/dense/eigensystem.ts';
import type { ModelParameters } from '../../../src/exact/model.ts';
import { planeWaves } from '../../../src/lattice/plane-waves.ts';
import { cellOf } from '../../../src/lattice/sites.ts';
import { type ComplexMatrix, newMatrix } from '../../../src/numeric/linear-algebra/complex-matrix.ts';

type Value = readonly [real: number, imaginary: number];

/** E of all shells, for parameters in the order of `nodalModel`. */
export function denseNodalEnergy(parameters: ModelParameters, theta: Float64Array, spins: Float64Array): number {
  const { lattice, coupling, chemicalPotential, temperature } = parameters;
  const { siteCount } = lattice;
  const { waveNumbers } = planeWaves(lattice);
  const energies = band(parameters, waveNumbers).map((energy) => energy - chemicalPotential);
  const { momenta, outerMomenta, level, levels } = nodalManifold(parameters, waveNumbers);
  const shells = lattice.minimalImageShells;
  const [weightsAt, levelsAt] = [shells.length + 1, 2 * (shells.length + 1)];
  const wave = (k: number, site: number): Value => {
    const x = cellOf(lattice, site);
    const turns = waveNumbers[k].reduce(
      (sum, n, d) => sum + ((n + lattice.spec.twist[d]) * x[d]) / lattice.spec.size[d],
      0,
    );
    const norm = Math.sqrt(siteCount);
    return [Math.cos(2 * Math.PI * turns) / norm, Math.sin(2 * Math.PI * turns) / norm];
  };
  const projector = filled(2 * siteCount, 2 * momenta.length, (i, a) =>
    i % 2 === a % 2 ? wave(momenta[a >> 1], i >> 1) : [0, 0],
  );
  const propagator = (offset: number, power: number) =>
    [...outerMomenta].reduce(
      (sum, q, n) => {
        const value = theta[levelsAt + offset * levels.length + level[n]] / energies[q] ** power;
        return combined(
          sum,
          1,
          filled(2 * siteCount, 2 * siteCount, (i, j) => {
            if (i % 2 !== j % 2) return [0, 0];
            const [[a, b], [c, d]] = [wave(q, i >> 1), wave(q, j >> 1)];
            return [value * (a * c + b * d), value * (b * c - a * d)];
          }),
          1,
        );
      },
      newMatrix(2 * siteCount, 2 * siteCount),
    );
  const smeared = spins.map((x) => theta[weightsAt] * x);
  let exchange = 0;
  shells.forEach((shell, s) => {
    for (const { from, to } of lattice.bonds(shell))
      for (let c = 0; c < 3; c++) {
        exchange += theta[s + 1] * spins[3 * from + c] * spins[3 * to + c];
        smeared[3 * from + c] += theta[weightsAt + s + 1] * spins[3 * to + c];
        smeared[3 * to + c] += theta[weightsAt + s + 1] * spins[3 * from + c];
      }
  });
  const vertex = spinMatrix(spins, coupling / 2);
  const within = (matrix: ComplexMatrix) => product(adjoint(projector), product(matrix, projector));
  const through = (matrix: ComplexMatrix) => product(vertex, product(matrix, vertex));
  const first = within(spinMatrix(smeared, coupling / 2));
  const second = within(through(propagator(0, 1)));
  const lost = within(through(propagator(1, 2)));
  const third = propagator(2, 1);
  const odd = within(product(vertex, product(third, product(vertex, product(third, vertex)))));
  const bare = filled(2 * momenta.length, 2 * momenta.length, (a, b) => [a === b ? energies[momenta[a >> 1]] : 0, 0]);
  const anticommutator = combined(product(first, lost), 1, product(lost, first), 1);
  const orders = combined(combined(bare, 1, first, 1), 1, combined(odd, 1, second, -1), 1);
  const hamiltonian = combined(orders, 1, anticommutator, -0.5);
  const spectrum = eigenSystem({ dimension: hamiltonian.rows, ...hamiltonian }).levels;
  const electrons = spectrum.reduce((sum, x) => sum - temperature * Math.log1p(Math.exp(-x / temperature)), 0);
  return theta[0] - exchange + electrons;
}

function filled(rows: number, columns: number, value: (i: number, j: number) => Value): ComplexMatrix {
  const matrix = newMatrix(rows, columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) [matrix.real[i * columns + j], matrix.imaginary[i * columns + j]] = value(i, j);
  return matrix;
}

/** factor S_i·σ on every site. */
const spinMatrix = (spins: Float64Array, factor: number): ComplexMatrix =>
  filled((2 * spins.length) / 3, (2 * spins.length) / 3, (i, j) => {
    if (i >> 1 !== j >> 1) return [0, 0];
    const [x, y, z] = spins.subarray(3 * (i >> 1)).map((value) => factor * value);
    if (i === j) return [i % 2 === 0 ? z : -z, 0];
    return [x, i % 2 === 0 ? -y : y];
  });

const adjoint = ({ rows, columns, real, imaginary }: ComplexMatrix): ComplexMatrix =>
  filled(columns, rows, (i, j) => [real[j * columns + i], -imaginary[j * columns + i]]);

const combined = (a: ComplexMatrix, x: number, b: ComplexMatrix, y: number): ComplexMatrix => ({
  ...a,
  real: a.real.map((value, k) => x * value + y * b.real[k]),
  imaginary: a.imaginary.map((value, k) => x * value + y * b.imaginary[k]),
});

function product(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const out = newMatrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.columns; k++) {
      const [x, y] = [a.real[i * a.columns + k], a.imaginary[i * a.columns + k]];
      if (x === 0 && y === 0) continue;
      for (let j = 0; j < b.columns; j++) {
        const [u, v] = [b.real[k * b.columns + j], b.imaginary[k * b.columns + j]];
        out.real[i * b.columns + j] += x * u - y * v;
        out.imaginary[i * b.columns + j] += x * v + y * u;
      }
    }
  return out;
}
