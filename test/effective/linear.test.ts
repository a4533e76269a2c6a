/** Terms of linear models all at once, against energies and forces with one parameter at 1 and all others at 0. */
import { expect, it } from 'vitest';
import { linearModel } from '../../src/effective/linear.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

it.each([
  { kind: 'square', size: [4, 6] },
  { kind: 'chain', size: [2] },
  { kind: 'kagome', size: [2, 3], boundary: ['open', 'periodic'] },
] as const)('$kind $size', (spec) => {
  const lattice = createLattice(spec);
  const spins = namedConfiguration('random', lattice, { seed: 1 });
  const termsOf = (engine: 'wasm' | 'typescript') => {
    const model = linearModel(lattice, { kind: 'linear' }, engine);
    const energies = new Float64Array(model.parameters.length);
    const forces = Array.from(energies, () => new Float64Array(spins.length));
    model.termForces?.(spins, energies, forces);
    return { model, energies, forces };
  };
  const { model, energies, forces } = termsOf('wasm');
  expect(termsOf('typescript')).toMatchObject({ energies, forces });
  const force = new Float64Array(spins.length);
  for (let k = 0; k < energies.length; k++) {
    model.parameters.fill(0);
    model.parameters[k] = 1;
    // Energies may be sums over plane waves.
    expect(Math.abs(energies[k] - model.energyAndForce(spins, force))).toBeLessThan(1e-12);
    expect(forces[k].map((value) => value + 0)).toEqual(force.map((value) => value + 0));
  }
});
