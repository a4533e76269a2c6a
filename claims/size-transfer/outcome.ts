/** The error and acceptance of every transformer on every lattice: unchanged, refitted, and beside a linear model fitted there. */
import { type Assessment, type AverageAssessment, overSeeds } from '../analysis/assessment.ts';
import { type Combined, combined } from '../analysis/seeds.ts';
import type { TransferResult } from '../workshop/tasks/size-transfer.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { BUDGET, type Candidate, type Plan, SIZES, TEMPERATURE } from './plan.ts';

/** How a model came to the lattice that it is used on. */
export type Way = 'unchanged' | 'refitted' | 'linear';

interface Measured extends AverageAssessment {
  readonly seeds: readonly Assessment[];
  /** The number of exact evaluations on this lattice; zero where unchanged. */
  readonly exactEvaluations: Combined;
}

/** The three models on one lattice. */
export type AtSize = Readonly<Record<Way, Measured>>;

export interface Transfer {
  readonly candidate: Candidate;
  /** The models in the order of SIZES. */
  readonly sizes: readonly AtSize[];
}

export type Outcome = readonly Transfer[];

export const outcomeOf = (workshop: Workshop, plan: Plan): Promise<Outcome> =>
  Promise.all(
    plan.candidates.map(async (candidate) => transferOf(candidate, await resultsOf(workshop, plan, candidate))),
  );

/** The results by seed, then by size. */
function resultsOf(workshop: Workshop, plan: Plan, { name, choice }: Candidate): Promise<TransferResult[][]> {
  const { seeds, samples, starts, testSamples, proposals } = plan;
  const results = seeds.map((seed) =>
    workshop.compute(`size transfer, ${name}, seed ${seed}`, 'size-transfer', {
      specs: SIZES.map((size) => ({ lattice: { size: [size, size] }, model: { temperature: TEMPERATURE } })),
      samples,
      starts,
      testSamples,
      proposals,
      budget: BUDGET,
      choice,
      method: 'levenberg-marquardt',
      seed,
    }),
  );
  return Promise.all(results);
}

function transferOf(candidate: Candidate, results: readonly (readonly TransferResult[])[]): Transfer {
  const sizes = results[0].map((_, size): AtSize => {
    const measured = (way: Way) => measuredOf(results.map((sizes) => sizes[size][way]));
    return { unchanged: measured('unchanged'), refitted: measured('refitted'), linear: measured('linear') };
  });
  return { candidate, sizes };
}

function measuredOf(seeds: readonly TransferResult[Way][]): Measured {
  const evaluations = seeds.map((seed) => ('exactEvaluations' in seed ? seed.exactEvaluations : 0));
  const exactEvaluations = combined(evaluations.map((value) => ({ value, error: 0 })));
  return { seeds, ...overSeeds(seeds), exactEvaluations };
}
