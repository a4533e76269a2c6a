/** How long trials are, by what they may cost. */
import type { ChainPlan } from '../samplers/run-chain.ts';

/** Steps of a trial: those of the warm-up and those that count. */
export type TrialLength = Readonly<Required<Pick<ChainPlan, 'warmUp' | 'samples'>>>;

export interface FullLength extends TrialLength {
  /** How often it may be halved: an even shorter trial decides nothing. */
  readonly halvings: number;
}

/** The longest that `allowance` pays for; undefined where nothing is. Halves and no continuum: plans of similar size make the same trials. */
export function affordableLength(
  costOf: (length: TrialLength) => number,
  { warmUp, samples, halvings }: FullLength,
  allowance: number,
): TrialLength | undefined {
  let part = 1;
  for (let halving = 0; halving <= halvings; halving++, part /= 2) {
    const length = { warmUp: Math.ceil(part * warmUp), samples: Math.ceil(part * samples) };
    if (costOf(length) <= allowance) return length;
  }
  return undefined;
}
