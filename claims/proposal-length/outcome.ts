/** The acceptance and efficiency of every candidate at every length. */
import { differenceOf } from '../analysis/comparing.ts';
import { type Combined, combined } from '../analysis/seeds.ts';
import type { ProposalLengthResult } from '../workshop/tasks/proposal-length.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { type Candidate, innerPlanOf, type Plan, TEMPERATURE } from './plan.ts';

export interface Result {
  readonly candidate: Candidate;
  /** The measurements by seed, then by length. */
  readonly seeds: readonly (readonly ProposalLengthResult[])[];
}

export type Outcome = readonly Result[];

export const outcomeOf = (workshop: Workshop, plan: Plan): Promise<Outcome> =>
  Promise.all(plan.candidates.map((candidate) => resultOf(workshop, plan, candidate)));

async function resultOf(workshop: Workshop, { seeds, proposals }: Plan, candidate: Candidate): Promise<Result> {
  const { name, unit, effective, exactEvaluations, lengths } = candidate;
  const measured = seeds.map((seed) =>
    workshop.compute(`${name}, ${unit}, seed ${seed}`, 'proposal-length', {
      spec: {
        lattice: { size: [6, 6] },
        model: { temperature: TEMPERATURE },
        effective,
        training: { exactEvaluations },
        sampling: { proposal: 'decorrelated', seed },
      },
      plans: lengths.map((length) => innerPlanOf(candidate, length)),
      proposals,
    }),
  );
  return { candidate, seeds: await Promise.all(measured) };
}

export type Measure = keyof ProposalLengthResult;

/** The average over seeds at one length, which is given by its index, −1 for the last. */
export const at = ({ seeds }: Result, measure: Measure, index: number): Combined =>
  combined(seeds.map((lengths) => (lengths.at(index) as ProposalLengthResult)[measure]));

/** The difference between two lengths of one model, seed by seed: seeds differ more by what they have learned than by the length. */
export function change({ seeds }: Result, measure: Measure, from: number, to: number): Combined {
  return combined(
    seeds.map((lengths) => {
      const [a, b] = [from, to].map((index) => (lengths.at(index) as ProposalLengthResult)[measure]);
      return differenceOf(b, a);
    }),
  );
}
