/** As many temperatures as a ladder has, where they would serve it better. */
import { equalised, idealRoundTripRate } from '../../statistics/barrier.ts';

/** Exchanges between two neighbouring temperatures. */
export interface PairRate {
  readonly between: readonly [number, number];
  /** Mean probability with which an exchange is accepted; null before the first one. */
  readonly rate: number | null;
}

/** Weight of a pair over the mean of all, from which on a ladder is uneven. */
const UNEVEN = 1.4;
/** Round trips with even rates over those with the rates as they are, from which on even ones are worth a change: a few rates can differ much and none be far from their mean. */
const GAIN = 1.2;
/** Digits of a suggested temperature. */
const DIGITS = 3;

/**
 * Temperatures between the same ends that divide evenly what hinders configurations on their way: half of it are the rejected exchanges, and half the square roots of the steps of
 * `fromHighest`, the share that came from above. The first makes rates equal; the second alone would be the ladder with most round trips (H. G. Katzgraber, S. Trebst, D. A. Huse and M.
 * Troyer, J. Stat. Mech. P03018 (2006)). They agree where a replica forgets quickly, and do not at a first-order transition, where configurations are exchanged and come back.
 *
 * Null where the ladder is even as it is.
 */
export function betterLadder(
  temperatures: readonly number[],
  exchange: readonly PairRate[],
  fromHighest: readonly (number | null)[],
): number[] | null {
  const rejections = exchange.map(({ rate }) => 1 - (rate ?? 0));
  const weights = hindrances(rejections, fromHighest);
  if (Math.max(...weights) <= UNEVEN * mean(weights) && !gainsByEvenRates(rejections)) return null;
  // What hinders is a function of β, in which e^{−βF} is smooth.
  const betas = temperatures.map((temperature) => 1 / temperature);
  const better = equalised(betas, weights);
  return better.map((beta, k) => {
    const isEnd = k === 0 || k === better.length - 1;
    return isEnd ? temperatures[k] : Number((1 / beta).toPrecision(DIGITS));
  });
}

function gainsByEvenRates(rejections: readonly number[]): boolean {
  const even = rejections.map(() => mean(rejections));
  return idealRoundTripRate(even) > GAIN * idealRoundTripRate(rejections);
}

/** By pair of neighbours. Steps count where every temperature knows where its configurations come from. */
function hindrances(rejections: readonly number[], fromHighest: readonly (number | null)[]): number[] {
  const shares = fromHighest.filter((share) => share !== null);
  if (shares.length < fromHighest.length) return overMean(rejections);
  const steps = overMean(rejections.map((_, k) => Math.sqrt(Math.max(0, shares[k + 1] - shares[k]))));
  return overMean(rejections).map((rejection, k) => (rejection + steps[k]) / 2);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function overMean(values: readonly number[]): number[] {
  const average = mean(values);
  return values.map((value) => (average > 0 ? value / average : 1));
}
