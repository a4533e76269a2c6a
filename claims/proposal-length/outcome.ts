/** What the chains of one model have shown. */
import { type Combined, combined } from '../analysis/seeds.ts';
import type { ProposalLengthResult } from '../workshop/tasks/proposal-length.ts';
import type { Entry } from './plan.ts';

export interface Outcome {
  readonly entry: Entry;
  /** By seed, then by length. */
  readonly seeds: readonly (readonly ProposalLengthResult[])[];
}

export type Measure = keyof ProposalLengthResult;

/** Over seeds; lengths by index, −1 for the last. */
export const at = ({ seeds }: Outcome, measure: Measure, index: number): Combined =>
  combined(seeds.map((lengths) => (lengths.at(index) as ProposalLengthResult)[measure]));

/** Of two lengths of one model, seed by seed: what seeds have learned differs more than what lengths do. */
export function change({ seeds }: Outcome, measure: Measure, from: number, to: number): Combined {
  return combined(
    seeds.map((lengths) => {
      const [a, b] = [from, to].map((index) => (lengths.at(index) as ProposalLengthResult)[measure]);
      return { value: b.value - a.value, error: Math.hypot(a.error, b.error) };
    }),
  );
}
