/** The acceptance of every candidate, over seeds. */
import type { RunTraining } from '../../src/chain/learning/models.ts';
import { LOG_RATIO } from '../../src/chain/sample-row.ts';
import { acceptanceOf, type MeasuredAcceptance } from '../analysis/measured-acceptance.ts';
import { type Combined, combined, mean } from '../analysis/seeds.ts';
import type { RunResult, Workshop } from '../workshop/workshop.ts';
import type { Candidate, Plan } from './plan.ts';

export interface Result {
  readonly candidate: Candidate;
  /** The acceptances by seed. */
  readonly measured: readonly MeasuredAcceptance[];
  /** The mean squared errors of held-out samples, by seed. */
  readonly heldOut: readonly number[];
  /** The acceptance over seeds. */
  readonly rate: Combined;
}

export interface Outcome {
  /** The results at the point of the talk. */
  readonly talk: readonly Result[];
  /** The results at other temperatures and sizes. */
  readonly others: readonly Result[];
}

export async function outcomeOf(workshop: Workshop, plan: Plan): Promise<Outcome> {
  const results = (candidates: readonly Candidate[]) =>
    Promise.all(candidates.map((candidate) => resultOf(workshop, plan, candidate)));
  const [talk, others] = await Promise.all([results(plan.talk), results(plan.others)]);
  return { talk, others };
}

async function resultOf(workshop: Workshop, plan: Plan, candidate: Candidate): Promise<Result> {
  const { name, length, temperature, effective, exactEvaluations, samples = plan.samples } = candidate;
  const runs = await Promise.all(
    plan.seeds.map((seed) =>
      workshop.run(`${name}, ${length}x${length}, T = ${temperature}, seed ${seed}`, {
        lattice: { size: [length, length] },
        model: { temperature },
        effective,
        training: { exactEvaluations },
        sampling: { chains: 1, samples, warmUp: 100, proposal: 'decorrelated', seed },
      }),
    ),
  );
  const measured = runs.map(({ data }) => acceptanceOf(data.measured(LOG_RATIO)));
  const rate = combined(measured.map(({ rate: value, error }) => ({ value, error })));
  return { candidate, measured, heldOut: runs.map(heldOutError), rate };
}

function heldOutError({ data }: RunResult): number {
  if (!data.model) throw new Error(`${data.run.directory}: no learned model`);
  return (data.model.training as unknown as RunTraining).loss.heldOut;
}

/** The mean of a measured quantity over seeds. */
export const meanOf = ({ measured }: Result, key: keyof MeasuredAcceptance): number =>
  mean(measured.map((one) => one[key]));

export const isPaperForm = ({ candidate }: Result): boolean => candidate.blocks !== undefined;
