/** How the configurations of a tempered run move through its ladder. */
import { EXCHANGES, labelName, probabilityName } from '../../chain/ladder-parts.ts';
import { type LadderTravel, ladderTravel } from '../../statistics/ladder-travel.ts';
import { openSeries, type Run } from '../../store/store.ts';
import { betterLadder, type PairRate } from './better-ladder.ts';

/** Trips of configurations from the lowest temperature to the highest and back, of all chains together. */
export interface RoundTrips {
  readonly count: number;
  readonly perThousandSteps: number;
  /**
   * By temperature, ascending: the share of the configurations there that have been at the highest temperature later than at the lowest; null before any has been at one. It rises from 0
   * to 1, and most steeply at a bottleneck: H. G. Katzgraber, S. Trebst, D. A. Huse and M. Troyer, J. Stat. Mech. P03018 (2006).
   */
  readonly fromHighest: readonly (number | null)[];
}

/** How configurations move between the temperatures of a ladder. */
export interface LadderExchanges {
  readonly exchange: readonly PairRate[];
  readonly roundTrips: RoundTrips;
  /** As many temperatures between the same ends, through which configurations should travel faster; null where the ladder is even as it is, or not known yet. */
  readonly suggestedTemperatures: readonly number[] | null;
}

/** Exchanges of a pair that must have been tried before its rate says anything. */
const ENOUGH = 100;

/** The exchanges after the warm-up. Throws as openSeries. */
export function ladderExchanges(run: Run, temperatures: readonly number[], warmUp: number): LadderExchanges {
  const series = openSeries({ ...run, part: EXCHANGES });
  try {
    const chains = series.lengths.flatMap((length, chain) => (length > warmUp ? [chain] : []));
    const column = (name: string) =>
      chains.map((chain) => series.read(chain, series.names.indexOf(name), warmUp).slice());
    const pairs = temperatures.slice(1).map((_, lower) => mean(column(probabilityName(lower))));
    const labels = temperatures.map((_, rung) => column(labelName(rung)));
    const travels = chains.map((_, k) => ladderTravel(labels.map((byChain) => byChain[k])));
    const steps = chains.reduce((sum, chain) => sum + series.lengths[chain] - warmUp, 0);
    const exchange = pairs.map(({ rate }, k): PairRate => ({ between: [temperatures[k], temperatures[k + 1]], rate }));
    const trips = tripsOf(travels, temperatures.length, steps);
    const isKnown = pairs.length > 1 && pairs.every(({ tried }) => tried >= ENOUGH);
    const suggestedTemperatures = isKnown ? betterLadder(temperatures, exchange, trips.fromHighest) : null;
    return { exchange, roundTrips: trips, suggestedTemperatures };
  } finally {
    series.close();
  }
}

/** `steps`: of all chains together. */
function tripsOf(travels: readonly LadderTravel[], temperatures: number, steps: number): RoundTrips {
  const count = travels.reduce((sum, { roundTrips }) => sum + roundTrips, 0);
  const fromHighest = Array.from({ length: temperatures }, (_, rung) => {
    const [above, below] = [totalOf(travels, 'fromHighest', rung), totalOf(travels, 'fromLowest', rung)];
    return above + below > 0 ? above / (above + below) : null;
  });
  return { count, perThousandSteps: steps > 0 ? (1000 * count) / steps : 0, fromHighest };
}

const totalOf = (travels: readonly LadderTravel[], end: 'fromHighest' | 'fromLowest', rung: number): number =>
  travels.reduce((sum, travel) => sum + travel[end][rung], 0);

interface Mean {
  readonly rate: number | null;
  readonly tried: number;
}

/** The mean of what was tried: NaN stands for the others. */
function mean(chains: readonly Float64Array[]): Mean {
  let [sum, tried] = [0, 0];
  for (const chain of chains) {
    for (const value of chain) {
      if (Number.isNaN(value)) continue;
      sum += value;
      tried++;
    }
  }
  return { rate: tried > 0 ? sum / tried : null, tried };
}
