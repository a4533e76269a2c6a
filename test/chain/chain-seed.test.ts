/** Realisations of disorder have random numbers of their own: averages over them take their scatter to contain the statistical error. */
import { expect, it } from 'vitest';
import { chainSeed } from '../../src/chain/chain-seed.ts';
import { sampleSpec } from '../../src/chain/sample-spec.ts';
import { resolveSpec } from '../../src/spec/spec.ts';

const seedOf = (disorder: object, seed = 5): number =>
  chainSeed(resolveSpec({ lattice: { size: [2, 2] }, sampling: { method: 'local', seed }, disorder }));

it('without disorder it is that of the sampling', () => expect(seedOf({})).toBe(5));

it('with disorder it depends on both seeds and on nothing else', () => {
  const seeds = [1, 2, 2 ** 40 + 1].flatMap((seed) => [5, 6, 2 ** 40 + 5].map((own) => seedOf({ seed }, own)));
  expect(new Set(seeds).size).toBe(9);
  expect(seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
  expect(seedOf({ seed: 2, vacancies: 0.1 })).toBe(seedOf({ seed: 2, potential: 3 }));
  expect(seedOf({ vacancies: 0.1 })).toBe(seedOf({ seed: 1 }));
});

const SAMPLES = 400;

/** Energies of the samples of a chain. */
async function energies(seed: number): Promise<number[]> {
  const found: number[] = [];
  const sampling = { method: 'local', chains: 1, samples: SAMPLES, warmUp: 20 } as const;
  const spec = {
    lattice: { size: [2, 2] },
    model: { temperature: 0.5 },
    disorder: { potential: 0.01, seed },
    sampling,
  };
  for await (const { values } of sampleSpec(spec)) found.push(values.nearestNeighbourCorrelation);
  return found;
}

it('two realisations that are almost alike have samples that know nothing of each other', async () => {
  const [a, b] = await Promise.all([energies(1), energies(2)]);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const product = (x: readonly number[], y: readonly number[]) =>
    mean(x.map((value, k) => (value - mean(x)) * (y[k] - mean(y))));
  const correlation = product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  // Of independent samples 1/√400; neighbours are correlated a little.
  expect(Math.abs(correlation)).toBeLessThan(4 * 0.06);
});
