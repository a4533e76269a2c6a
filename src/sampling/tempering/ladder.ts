/** Rounds of exchanges between neighbouring temperatures. */
import type { RandomStream } from '../../numeric/philox.ts';
import { type Exchange, exchange, type Replica } from './exchange.ts';

/** An exchange of replicas `lower` and `lower` + 1, counted from 0. */
export interface PairExchange extends Exchange {
  readonly lower: number;
}

/**
 * One round: the pairs (0, 1), (2, 3), … in even rounds, (1, 2), (3, 4), … in odd ones.
 *
 * Each exchange leaves the product of all π as it is, so any order of them does; alternately, as here, no pair waits for chance, and configurations drift
 * through the ladder instead of diffusing: S. Syed, A. Bouchard-Côté, G. Deligiannidis and A. Doucet, J. R. Stat. Soc. B 84, 321 (2022).
 */
export function exchangeRound(replicas: readonly Replica[], round: number, random: RandomStream): PairExchange[] {
  const exchanges: PairExchange[] = [];
  for (let lower = round % 2; lower + 1 < replicas.length; lower += 2)
    exchanges.push({ lower, ...exchange(replicas[lower], replicas[lower + 1], random) });
  return exchanges;
}

/** The round that follows a step, counted from 0; undefined where there is none. `step`: from 0. */
export function roundAfter(step: number, exchangeEvery: number): number | undefined {
  return (step + 1) % exchangeEvery === 0 ? (step + 1) / exchangeEvery - 1 : undefined;
}
