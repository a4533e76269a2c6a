import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { createModel } from '../../src/exact/create.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const good: ModelParameters = {
  ...MODEL_DEFAULTS,
  lattice: createLattice({ kind: 'square', size: [4, 3] }),
  temperature: 0.1,
};

describe('models that cannot be', () => {
  it.each<[Partial<ModelParameters>, string]>([
    [{ coupling: Number.NaN }, 'coupling: expected finite numbers, found NaN'],
    [{ hopping: [1, Number.POSITIVE_INFINITY] }, 'hopping: expected finite numbers, found Infinity'],
    [{ temperature: -1 }, 'temperature: expected a number ≥ 0, found -1'],
    [{ temperature: 1e200 }, 'temperature: expected at most 1e+50, where all spins are free, found 1e+200'],
    [{ field: [0.1, 0.2] as unknown as [number, number, number] }, 'field: expected 3 numbers, found 2'],
    [{ hopping: 1 as unknown as number[] }, 'hopping: expected a list of numbers, found 1'],
    [{ temperature: '0.1' as unknown as number }, 'temperature: expected finite numbers, found "0.1"'],
    [{ tolerance: 0 }, 'tolerance: expected a number between 0 and 1, found 0'],
    [{ temperature: 1e-300 }, 'temperature: expected 0, or at least 0.0000045 for levels up to 4.5, found 1e-300'],
    [
      { coupling: 1e200 },
      'hopping, coupling, chemicalPotential: levels up to 5e+199 are too large; change the unit of energy',
    ],
    [
      { exchange: [0, 1e6] },
      'temperature: expected 0, or at least 4.0 for energies of a spin up to 4000000, found 0.1',
    ],
    [
      { field: [0, 1e300, 0] },
      'exchange, field: energies of a spin up to 1e+300 are too large; change the unit of energy',
    ],
  ])('%o', (changes, message) => {
    expect(() => createModel({ ...good, ...changes })).toThrow(new InputError(message));
  });

  it('say which route they allow', () => {
    const fourRings =
      'route "quaternion" needs real hopping between two sublattices only; leave the route out, or choose "complex"';
    expect(() => createModel(good, { route: 'quaternion' })).toThrow(fourRings);
    const cold = 'route "complex" needs a temperature above zero; leave the route out, or choose "dense"';
    expect(() => createModel({ ...good, temperature: 0 }, { route: 'complex' })).toThrow(cold);
  });
});

it('averages at any temperature: the hot limit is half filling of every level', () => {
  for (const temperature of [1e10, 100, 20, 5]) {
    const model = createModel({ ...good, temperature, chemicalPotential: 0.5 });
    const spins = namedConfiguration('random', good.lattice, { seed: 2 });
    const exact = createModel(model.parameters, { route: 'dense' }).measure(spins);
    expect(model.measure(spins).energy).toBeCloseTo(exact.energy, 8);
    expect(model.measure(spins).density).toBeCloseTo(exact.density, 10);
  }
});
