/** Forces and parameter gradients against symmetric differences; symmetries of the energy. */
import { describe, expect, it } from 'vitest';
import { nodalModel } from '../../../src/effective/nodal/nodal.ts';
import { pointGroup, translations } from '../../../src/lattice/symmetry.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { permuteConfiguration, rotateConfiguration } from '../../../src/spins/transform.ts';
import { shake, systems } from './systems.ts';

const ROTATION = [
  [2 / 3, -1 / 3, 2 / 3],
  [2 / 3, 2 / 3, -1 / 3],
  [-1 / 3, 2 / 3, 2 / 3],
];
const ROTOINVERSION = ROTATION.map((row) => row.map((value) => -value));

describe.each(systems)('nodal determinant: %s', (_, parameters) => {
  const { lattice } = parameters;
  const model = nodalModel(parameters, { kind: 'nodal' });
  shake(model.parameters);
  const spins = namedConfiguration('random', lattice, { seed: 3 });
  const energy = model.energy(spins);

  it('energy, force and gradient calls agree on the energy', () => {
    expect(model.energyAndForce(spins, new Float64Array(spins.length))).toBeCloseTo(energy, 11);
    expect(model.energyAndGradient(spins, new Float64Array(model.parameters.length))).toBeCloseTo(energy, 11);
  });

  it('force = −∂E/∂S, all Cartesian components', () => {
    const force = new Float64Array(spins.length);
    model.energyAndForce(spins, force);
    const slopes = spins.map((_, c) => symmetricDifference(spins, c, () => model.energy(spins)));
    for (let c = 0; c < spins.length; c++) expect(force[c]).toBeCloseTo(-slopes[c], 7);
  });

  it('gradient = ∂E/∂θ', () => {
    const gradient = new Float64Array(model.parameters.length);
    model.energyAndGradient(spins, gradient);
    const slopes = gradient.map((_, k) => symmetricDifference(model.parameters, k, () => model.energy(spins)));
    for (let k = 0; k < gradient.length; k++) expect(gradient[k]).toBeCloseTo(slopes[k], 6);
    expect(gradient[0]).toBe(1);
    expect(model.parameterNames).toHaveLength(gradient.length);
  });

  it('is invariant under O(3), translations and the point group', () => {
    const images = [...translations(lattice), ...pointGroup(lattice)].map(({ image }) =>
      permuteConfiguration(spins, image),
    );
    const turned = [ROTATION, ROTOINVERSION].map((matrix) => rotateConfiguration(spins, matrix));
    for (const other of [...images, ...turned]) expect(Math.abs(model.energy(other) - energy)).toBeLessThan(1e-10);
  });
});

/** d f/d values[k] to fourth order; `values` are put back. */
function symmetricDifference(values: Float64Array, k: number, f: () => number): number {
  const start = values[k];
  const at = (change: number) => {
    values[k] = start + change;
    return f();
  };
  const difference = (step: number) => (at(step) - at(-step)) / (2 * step);
  const slope = (4 * difference(1e-4) - difference(2e-4)) / 3;
  values[k] = start;
  return slope;
}
