/** The Metropolis decision. */
import { exp } from '../../numeric/elementary.ts';
import type { RandomStream } from '../../numeric/philox.ts';

/** min(1, e^logRatio). A ratio that is not a number would be rejected for ever without a word, so it is an error. */
export function acceptanceProbability(logRatio: number): number {
  if (Number.isNaN(logRatio)) throw new Error('acceptance ratio is not a number: a weight or an energy is not finite');
  return logRatio >= 0 ? 1 : exp(logRatio);
}

/** True with probability min(1, e^logRatio). Always takes one random number. */
export function metropolis(logRatio: number, random: RandomStream): boolean {
  return random.nextUniform() < acceptanceProbability(logRatio);
}
