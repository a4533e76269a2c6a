/** The Metropolis decision. */
import { exp } from '../../numeric/elementary.ts';
import type { RandomStream } from '../../numeric/philox.ts';

/** The acceptance probability min(1, e^logRatio). A ratio that is not a number would be rejected silently and forever, so it is an error. */
export function acceptanceProbability(logRatio: number): number {
  if (Number.isNaN(logRatio)) throw new Error('acceptance ratio is not a number: a weight or an energy is not finite');
  return logRatio >= 0 ? 1 : exp(logRatio);
}

/** Accepts with probability min(1, e^logRatio); always takes one random number. */
export function metropolis(logRatio: number, random: RandomStream): boolean {
  return random.nextUniform() < acceptanceProbability(logRatio);
}
