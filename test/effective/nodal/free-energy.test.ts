/** The free energy and the density of the manifold from resolvents against full diagonalisation by other code. */
import { expect, it } from 'vitest';
import { freeEnergyOf } from '../../../src/effective/nodal/free-energy.ts';
import { type Workspace, workspaceOf } from '../../../src/effective/nodal/nodal-workspace.ts';
import { nodalSetup } from '../../../src/effective/nodal/setup.ts';
import { nodalSpace } from '../../../src/effective/nodal/space.ts';
import { eigenSystem } from '../../../src/exact/dense/eigensystem.ts';
import type { ModelParameters } from '../../../src/exact/model.ts';
import { type ComplexMatrix, newMatrix } from '../../../src/numeric/linear-algebra/complex-matrix.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { logCoshExpansion } from '../../../src/numeric/rational/log-cosh.ts';
import { parametersOf } from './systems.ts';

const TEMPERATURE = 0.3;
const AT_HALF_FILLING = parametersOf({ kind: 'square', size: [4, 4] }, { temperature: TEMPERATURE });
const AWAY = parametersOf({ kind: 'square', size: [4, 4] }, { temperature: TEMPERATURE, chemicalPotential: -2 });

it.each<[string, string, ModelParameters]>([
  ['quaternion', 'two sublattices', AT_HALF_FILLING],
  ['complex', 'one group', AWAY],
])('in %s arithmetic, %s', (arithmetic, _, parameters) => {
  const w = workspaceOf(nodalSpace(nodalSetup(parameters, 'all')), logCoshExpansion(1 / TEMPERATURE, 6, 1e-13), 'wasm');
  expect(w.arithmetic).toBe(arithmetic);
  fillRandom(w);
  const { odd, even, oddDensity, evenDensity } = w.arrays;
  const { levels, vectors } = eigenSystem({ dimension: 2 * orbitals(w), ...matrixOf(w, even, odd) });
  const freeEnergy = freeEnergyOf(w);
  const exact = levels.reduce((sum, level) => sum - TEMPERATURE * Math.log1p(Math.exp(-level / TEMPERATURE)), 0);
  expect(freeEnergy.value()).toBeCloseTo(exact, 10);
  freeEnergy.density();
  const density = matrixOf(w, evenDensity, oddDensity);
  const size = density.rows;
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      let [x, y] = [0, 0];
      for (let n = 0; n < size; n++) {
        const f = 1 / (1 + Math.exp(levels[n] / TEMPERATURE));
        const [p, q] = [n * size + a, n * size + b];
        x += f * (vectors.real[p] * vectors.real[q] + vectors.imaginary[p] * vectors.imaginary[q]);
        y += f * (vectors.imaginary[p] * vectors.real[q] - vectors.real[p] * vectors.imaginary[q]);
      }
      // Blocks between a group and itself have no even order across sublattices, nor the ½ of 1/(e^{x/T} + 1) = ½ − tanh(x/2T)/2.
      const half = arithmetic === 'quaternion' && a === b ? 0.5 : 0;
      expect(density.real[a * size + b] + half).toBeCloseTo(x, 9);
      expect(density.imaginary[a * size + b]).toBeCloseTo(y, 9);
    }
});

const orbitals = ({ packing }: Workspace) => packing.groupCount * packing.orbitalCount;

/** Hermitian blocks: u symmetric and v antisymmetric of even order, the other way round of odd order. */
function fillRandom({ packing: { groupCount, orbitalCount, width, partner }, arrays: { even, odd } }: Workspace): void {
  const random = philoxStream(3, 0);
  const at = (p: number, c: number, r: number, s: number) => (4 * (p * width + r) + c) * width + s;
  for (let p = 0; p < groupCount; p++)
    for (let c = 0; c < 4; c++)
      for (let r = 0; r < orbitalCount; r++)
        for (let s = 0; s < orbitalCount; s++) {
          const [x, y] = [random.nextUniform() - 0.5, random.nextUniform() - 0.5];
          const sign = c === 0 ? 1 : -1;
          even[at(p, c, r, s)] = x;
          even[at(partner[p], c, s, r)] = p === partner[p] && r === s && c > 0 ? 0 : sign * x;
          odd[at(p, c, r, s)] = y;
          odd[at(p, c, s, r)] = r === s && c === 0 ? 0 : -sign * y;
        }
}

/** u + iσ·v of even order from each group to its partner, and σ·v + iu of odd order within. */
function matrixOf(w: Workspace, even: Float64Array, odd: Float64Array): ComplexMatrix {
  const { groupCount, orbitalCount, width, partner } = w.packing;
  const matrix = newMatrix(2 * orbitals(w), 2 * orbitals(w));
  const add = (a: number, b: number, values: readonly [number, number][]) =>
    values.forEach(([x, y], k) => {
      const at = (2 * a + (k >> 1)) * matrix.columns + 2 * b + (k & 1);
      matrix.real[at] += x;
      matrix.imaginary[at] += y;
    });
  for (let p = 0; p < groupCount; p++)
    for (let r = 0; r < orbitalCount; r++)
      for (let s = 0; s < orbitalCount; s++) {
        const [u, x, y, z] = [0, 1, 2, 3].map((c) => even[(4 * (p * width + r) + c) * width + s]);
        const [d, e, f, g] = [0, 1, 2, 3].map((c) => odd[(4 * (p * width + r) + c) * width + s]);
        const a = p * orbitalCount + r;
        add(a, partner[p] * orbitalCount + s, [
          [u, z],
          [y, x],
          [-y, x],
          [u, -z],
        ]);
        add(a, p * orbitalCount + s, [
          [g, d],
          [e, -f],
          [e, f],
          [-g, d],
        ]);
      }
  return matrix;
}
