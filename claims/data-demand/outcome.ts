/** Learning curves, and how many configurations an acceptance needs. */
import { type AverageAssessment, overSeeds } from '../analysis/assessment.ts';
import { mean } from '../analysis/seeds.ts';
import type { CommonFitResult } from '../workshop/tasks/fit-on-common-data.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { type Candidate, type Plan, TEMPERATURE, WANTED } from './plan.ts';

/** A candidate after so many samples. */
export interface CurvePoint extends AverageAssessment {
  readonly samples: number;
  readonly seeds: readonly CommonFitResult[];
}

export interface Curve {
  readonly candidate: Candidate;
  /** The points by ascending samples. */
  readonly points: readonly CurvePoint[];
}

export type Outcome = readonly Curve[];

export function outcomeOf(workshop: Workshop, plan: Plan): Promise<Outcome> {
  return Promise.all(
    plan.candidates.map(async (candidate) => {
      const samples = candidate.isEquivariant ? plan.samples : plan.manySamples;
      const points = samples.map((count) => pointAt(workshop, plan, candidate, count));
      return { candidate, points: await Promise.all(points) };
    }),
  );
}

async function pointAt(workshop: Workshop, plan: Plan, candidate: Candidate, samples: number): Promise<CurvePoint> {
  const { starts, testSamples, proposals } = plan;
  const seeds = await Promise.all(
    plan.seeds.map((seed) =>
      workshop.compute(`data demand, ${candidate.name}, ${samples} samples, seed ${seed}`, 'fit-on-common-data', {
        spec: { lattice: { size: [6, 6] }, model: { temperature: TEMPERATURE } },
        choice: candidate.choice,
        method: 'levenberg-marquardt',
        starts,
        seed,
        dataSeed: seed,
        samples,
        testSamples,
        proposals,
      }),
    ),
  );
  return { samples, seeds, ...overSeeds(seeds) };
}

/** The point with all samples. */
export const lastOf = ({ points }: Curve): CurvePoint => points[points.length - 1];

/** The spread of βF over the test samples, mean over seeds: the error of a constant. */
export const spreadOf = ([{ points }]: Outcome): number => mean(points[0].seeds.map(({ spread }) => spread));

/** The number of configurations needed: more than the first, at most the second, each where known. */
export interface Demand {
  readonly above?: number;
  readonly atMost?: number;
}

/** The demand by points that differ from what is wanted by more than one standard deviation; nothing is interpolated between two numbers of configurations. */
export function demandOf(points: readonly Pick<CurvePoint, 'samples' | 'acceptance'>[], wanted = WANTED): Demand {
  const isBelow = ({ acceptance: { value, error } }: (typeof points)[number]) => value + error < wanted;
  const isAbove = ({ acceptance: { value, error } }: (typeof points)[number]) => value - error > wanted;
  const atMost = points.find((point, k) => isAbove(point) && !points.slice(k).some(isBelow))?.samples;
  const above = points.findLast(isBelow)?.samples;
  return { ...(above === undefined ? {} : { above }), ...(atMost === undefined ? {} : { atMost }) };
}

export function demandText({ above, atMost }: Demand): string {
  if (above !== undefined && atMost !== undefined) return `${above} to ${atMost}`;
  if (atMost !== undefined) return `at most ${atMost}`;
  return above === undefined ? 'cannot be told' : `more than ${above}`;
}
