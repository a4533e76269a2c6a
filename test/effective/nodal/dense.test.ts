/** The energy against its definition with dense matrices. */
import { describe, expect, it } from 'vitest';
import { nodalModel } from '../../../src/effective/nodal/nodal.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { denseNodalEnergy } from './dense.ts';
import { shake, systems } from './systems.ts';

describe.each(systems)('the energy is that of dense matrices: %s', (_, parameters) => {
  const spins = namedConfiguration('random', parameters.lattice, { seed: 4 });
  const model = nodalModel(parameters, { kind: 'nodal' });

  it('with parameters of perturbation theory', () => {
    const expected = denseNodalEnergy(parameters, model.parameters, spins);
    expect(model.energy(spins)).toBeCloseTo(expected, 8);
  });

  it('with others', () => {
    shake(model.parameters);
    const expected = denseNodalEnergy(parameters, model.parameters, spins);
    // Levels beyond the range of the expansion are less accurate.
    expect(model.energy(spins)).toBeCloseTo(expected, 5);
  });
});
