/** The order and the errors of all candidates, at every size and temperature. */
import type { SpecInput } from '../../src/spec/spec.ts';
import { type AverageAssessment, overSeeds } from '../analysis/assessment.ts';
import { averageOf } from '../analysis/run-average.ts';
import type { Combined } from '../analysis/seeds.ts';
import type { CommonFitResult } from '../workshop/tasks/fit-on-common-data.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { bySize, byTemperature, type Candidate, type Place, type Plan } from './plan.ts';

export interface Result extends AverageAssessment {
  readonly candidate: Candidate;
  readonly seeds: readonly CommonFitResult[];
}

export interface PlaceResult extends Place {
  /** ⟨m_s²⟩: the correlation of two spins, signs of the sublattices taken out, averaged over all distances. */
  readonly order: Combined;
  /** The results in the order of the candidates. */
  readonly results: readonly Result[];
}

export interface Outcome {
  /** All places, each once. */
  readonly everywhere: readonly PlaceResult[];
  /** The places by ascending size, at one temperature. */
  readonly sizes: readonly PlaceResult[];
  /** The places by descending temperature, at one size. */
  readonly temperatures: readonly PlaceResult[];
}

export async function outcomeOf(workshop: Workshop, plan: Plan): Promise<Outcome> {
  const [sizes, temperatures] = [bySize(plan), byTemperature(plan)];
  const more = temperatures.filter((place) => !sizes.some((one) => isAt(one, place)));
  const everywhere = await Promise.all([...sizes, ...more].map((place) => placeResult(workshop, plan, place)));
  const at = (place: Place) => everywhere.find((one) => isAt(one, place)) as PlaceResult;
  return { everywhere, sizes: sizes.map(at), temperatures: temperatures.map(at) };
}

const isAt = (a: Place, b: Place): boolean => a.size === b.size && a.temperature === b.temperature;

async function placeResult(workshop: Workshop, plan: Plan, { size, temperature }: Place): Promise<PlaceResult> {
  const spec: SpecInput = { lattice: { size: [size, size] }, model: { temperature } };
  const label = `reach, ${size} × ${size}, T = ${temperature}`;
  const [order, fits] = await Promise.all([orderOf(workshop, plan, spec, label), fitsOf(workshop, plan, spec, label)]);
  const results = plan.candidates.map((candidate, k): Result => {
    const seeds = fits.map((fit) => fit[k]);
    return { candidate, seeds, ...overSeeds(seeds) };
  });
  return { size, temperature, order, results };
}

async function orderOf(workshop: Workshop, plan: Plan, spec: SpecInput, label: string): Promise<Combined> {
  const sampling = { method: 'hmc', chains: 1, samples: plan.trajectories, warmUp: 300, seed: 1 } as const;
  const run = await workshop.run(`${label}, order`, { ...spec, sampling });
  return averageOf(run, 'staggeredMagnetization2') ?? { value: Number.NaN, error: Number.NaN };
}

/** The fits by seed, then by candidate. */
function fitsOf(workshop: Workshop, plan: Plan, spec: SpecInput, label: string): Promise<CommonFitResult[][]> {
  const { candidates, seeds, samples, starts, testSamples, proposals } = plan;
  const fits = seeds.map((seed) =>
    workshop.compute(`${label}, seed ${seed}`, 'fit-each-on-common-data', {
      spec,
      samples,
      testSamples,
      proposals,
      dataSeed: seed,
      fits: candidates.map(({ choice }) => ({ choice, method: 'levenberg-marquardt', seed, starts })),
    }),
  );
  return Promise.all(fits);
}
