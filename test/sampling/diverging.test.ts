/** Trajectories that leave the range of numbers are rejected; a chain that is nowhere says so. */
import { expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { hamiltonianChain } from '../../src/sampling/moves/hamiltonian-chain.ts';
import type { LogDensity } from '../../src/sampling/moves/leapfrog.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const lattice = createLattice({ kind: 'square', size: [2, 2] });
const spins = namedConfiguration('random', lattice, { seed: 1 });

const steep =
  (strength: number, value: (spins: Float64Array) => number = () => 0): LogDensity =>
  (at, gradient) => {
    gradient.fill(strength);
    return value(at);
  };

it.each([
  ['angles beyond all bounds', steep(1e9)],
  ['momenta that are infinite', steep(Infinity)],
  ['forces that are no numbers', steep(Number.NaN)],
  ['a density that ends', steep(1, (at) => (at[0] === spins[0] ? 0 : Number.NaN))],
  ['a density without weight', steep(1, (at) => (at[0] === spins[0] ? 0 : -Infinity))],
])('%s', (_, density) => {
  const chain = hamiltonianChain(density, 4);
  chain.moveTo(spins);
  const random = philoxStream(1, 1);
  for (let k = 0; k < 10; k++) {
    const { logRatio, accepted } = chain.advance(0.5, 5, random);
    expect(accepted).toBe(false);
    expect(logRatio).toBe(-Infinity);
    expect(chain.spins).toEqual(spins);
  }
});

it('a chain that starts where the density is no number', () => {
  const chain = hamiltonianChain(
    steep(1, () => Number.NaN),
    4,
  );
  chain.moveTo(spins);
  expect(() => chain.advance(0.1, 5, philoxStream(1, 1))).toThrow('not a number');
});

it('an exact chain at a very low temperature tunes its steps instead of failing', () => {
  const parameters = { lattice, hopping: [1], coupling: 1000, chemicalPotential: 0, temperature: 6e-4 };
  const model = createModel({ ...parameters, exchange: [100], field: [0, 0, 0], tolerance: 1e-3 });
  const sampler = hmcSampler(model);
  const state = sampler.start(spins);
  const random = philoxStream(2, 1);
  let accepted = 0;
  for (let k = 0; k < 600; k++) {
    accepted += sampler.step(state, random).accepted;
    sampler.adapt?.();
  }
  expect(accepted).toBeGreaterThan(50);
});
