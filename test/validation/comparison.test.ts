/** The validation command lets sound samplers pass and finds broken ones, by the mean or by the spread. */
import { expect, it } from 'vitest';
import { randomDirection } from '../../src/numeric/directions.ts';
import type { RandomStream } from '../../src/numeric/philox.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { BROKEN, MENDED, trapSystem } from '../sampling/broken.ts';
import { metropolisMoves } from '../sampling/moves.ts';
import type { System } from '../sampling/systems.ts';
import { chainOf, compare, fails, probability } from './comparison.ts';

const system = trapSystem();
const SAMPLES = 20_000;
const SEEDS = Array.from({ length: 10 }, (_, k) => k + 1);

const compareOverSeeds = (make: (system: System) => Sampler) =>
  compare(
    system.known,
    SEEDS.map((seed) => chainOf({ make, system, samples: SAMPLES }, seed)),
  );

it('lets a reversible inner chain pass', () => {
  const compared = compareOverSeeds(MENDED['inner chain in either order']);
  expect(Math.min(...compared.map(probability)), JSON.stringify(compared)).toBeGreaterThan(1e-3);
});

it('finds a sweep in fixed order by the mean', () => {
  const [{ probabilities }] = compareOverSeeds(BROKEN['inner chain always in site order']);
  expect(probabilities.pull).toBeLessThan(1e-6);
});

it('finds error bars that are too small by the spread', () => {
  const [{ variance, probabilities }] = compareOverSeeds(besideTheStart);
  expect(variance).toBeGreaterThan(10);
  expect(probabilities.variance).toBeLessThan(1e-6);
});

it('lets nothing pass that is not a number', () => {
  const [comparison] = compare(
    [{ name: 'stuck', mean: 0, error: 0 }],
    [[{ mean: 0, error: 0 }], [{ mean: 0, error: 0 }]],
  );
  expect(fails(comparison, 1e-9)).toBe(true);
});

/** A sampler that never leaves the half where S_0·S_1 has the sign that it started with: what the chain sees looks quite normal. */
function besideTheStart({ model }: System) {
  return metropolisMoves(model, (spins, random, proposal) => {
    do drawBoth(random, proposal);
    while (product(proposal) * product(spins) < 0);
  });
}

function drawBoth(random: RandomStream, out: Float64Array): void {
  for (let site = 0; site < 2; site++) randomDirection(random, out, 3 * site);
}

const product = (spins: Float64Array): number => spins[0] * spins[3] + spins[1] * spins[4] + spins[2] * spins[5];
