/**
 * A ladder beside single chains where nothing else is known: the triangular lattice with half an electron per site, above and below the temperature at which its order sets in.
 * Two dozen averages within 4 sigma, and no more of them beyond 2 than chance has.
 */
import { expect, it } from 'vitest';
import { createModel } from '../../../src/exact/create.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { ChainState } from '../../../src/sampling/interfaces/sampler.ts';
import { hmcSampler } from '../../../src/sampling/samplers/hmc.ts';
import { localSampler } from '../../../src/sampling/samplers/local.ts';
import { largestPull, runAndCompare } from '../pulls.ts';
import type { System } from '../systems.ts';
import { ladderPulls } from './ladders.ts';

const TEMPERATURES = [0.05, 0.065, 0.08];
const NAMES = ['log W', 'density', 'energy', 'neighbours'];

const lattice = createLattice({ kind: 'triangular', size: [4, 4] });
const bonds = lattice.bonds(1);

/** The system with averages that are still unknown. */
function systemAt(temperature: number): System {
  const fixed = { hopping: [1], coupling: -6, chemicalPotential: -3.4, exchange: [], field: [0, 0, 0] } as const;
  const model = createModel({ lattice, temperature, ...fixed });
  const product = (spins: Float64Array, i: number, j: number) =>
    [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0);
  return {
    name: `T = ${temperature}`,
    model,
    known: NAMES.map((name) => ({ name, mean: 0, error: 0 })),
    measure({ spins, logWeight }: ChainState) {
      const { density, energy } = model.measure(spins);
      return [logWeight, density, energy, bonds.reduce((sum, { from, to }) => sum + product(spins, from, to), 0)];
    },
  };
}

/** The system with the averages of a single chain. */
function measuredAlone(temperature: number): System {
  const system = systemAt(temperature);
  const { pulls } = runAndCompare(localSampler(system.model), system, { seed: 71, warmUp: 300, samples: 4000 });
  return { ...system, known: pulls.map(({ name, mean, error }) => ({ name, mean, error })) };
}

it('has the same averages at every temperature', { timeout: 0 }, () => {
  const systems = TEMPERATURES.map(measuredAlone);
  const pulls = [localSampler, hmcSampler].flatMap((samplerOf) =>
    ladderPulls(systems, ({ model }) => samplerOf(model), { seed: 72, warmUp: 300, samples: 4000 }),
  );
  expect(pulls.length).toBe(2 * TEMPERATURES.length * NAMES.length);
  expect(largestPull(pulls), JSON.stringify(pulls)).toBeLessThan(4);
  // The averages of one chain fluctuate together, so chance has more than one in twenty.
  expect(pulls.filter(({ pull }) => Math.abs(pull) > 2).length, JSON.stringify(pulls)).toBeLessThan(6);
});
