/** All cases compared, and which quantities fail. */
import { type Case, casesFor, type Effort, titleOf } from './cases.ts';
import { comparisonsOf, computeChains } from './chains.ts';
import { type Comparison, fails } from './comparison.ts';
import type { State } from './state.ts';

export interface ComparedCase extends Case {
  readonly comparisons: readonly Comparison[];
}

export interface Validation {
  readonly effort: Effort;
  readonly compared: readonly ComparedCase[];
  /** The smallest probability that passes. */
  readonly limit: number;
  /** "sampler, system: quantity" */
  readonly failed: readonly string[];
}

/** Probability of a false alarm. */
export const PROBABILITY = 1e-3;

/** Computes what the state lacks; `show` is called for every case, in their order, once its chains are there. */
export async function validate(
  effort: Effort,
  state: State,
  workers: number,
  show: (compared: ComparedCase) => void,
): Promise<Validation> {
  const cases = casesFor(effort);
  const compared: ComparedCase[] = [];
  const showComplete = () => {
    for (const next of cases.slice(compared.length)) {
      const comparisons = comparisonsOf(next, effort, state);
      if (!comparisons) return;
      compared.push({ ...next, comparisons });
      show(compared[compared.length - 1]);
    }
  };
  showComplete();
  await computeChains(effort, state, workers, showComplete);
  return judged(effort, compared);
}

export function judged(effort: Effort, compared: readonly ComparedCase[]): Validation {
  const limit = PROBABILITY / (2 * quantityCount(compared));
  const failed = compared.flatMap((one) =>
    one.comparisons
      .filter((comparison) => fails(comparison, limit))
      .map(({ quantity }) => `${titleOf(one)}: ${quantity}`),
  );
  return { effort, compared, limit, failed };
}

export const quantityCount = (compared: readonly ComparedCase[]): number =>
  compared.reduce((count, { comparisons }) => count + comparisons.length, 0);
