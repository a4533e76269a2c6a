/** How the configurations of a tempered run move through its ladder. */
import { EXCHANGES, labelName, probabilityName } from '../../chain/ladder-parts.ts';
import { equalised } from '../../statistics/barrier.ts';
import { roundTrips } from '../../statistics/round-trips.ts';
import { openSeries, type Run } from '../../store/store.ts';

/** Exchanges between two neighbouring temperatures. */
export interface PairRate {
  readonly between: readonly [number, number];
  /** Mean probability with which an exchange is accepted; null before the first one. */
  readonly rate: number | null;
}

/** How configurations move between the temperatures of a ladder. */
export interface LadderExchanges {
  readonly exchange: readonly PairRate[];
  /** Trips of a configuration from the lowest temperature to the highest and back, of all chains together. */
  readonly roundTrips: { readonly count: number; readonly perThousandSteps: number };
  /** As many temperatures between the same ends with equal rates; null where the rates are even as they are, or not known yet. */
  readonly suggestedTemperatures: readonly number[] | null;
}

/** Rejection between two neighbours, over their mean, from which on a ladder is uneven. */
const UNEVEN = 1.4;
/** Exchanges of a pair that must have been tried before its rate says anything. */
const ENOUGH = 100;
/** Digits of a suggested temperature. */
const DIGITS = 3;

/** The exchanges after the warm-up. Throws as openSeries. */
export function ladderExchanges(run: Run, temperatures: readonly number[], warmUp: number): LadderExchanges {
  const series = openSeries({ ...run, part: EXCHANGES });
  try {
    const chains = series.lengths.flatMap((length, chain) => (length > warmUp ? [chain] : []));
    const column = (name: string) =>
      chains.map((chain) => series.read(chain, series.names.indexOf(name), warmUp).slice());
    const pairs = temperatures.slice(1).map((_, lower) => mean(column(probabilityName(lower))));
    const labels = temperatures.map((_, rung) => column(labelName(rung)));
    const count = chains.reduce((sum, _, k) => sum + roundTrips(labels.map((byChain) => byChain[k])), 0);
    const steps = chains.reduce((sum, chain) => sum + series.lengths[chain] - warmUp, 0);
    return {
      exchange: pairs.map(({ rate }, k) => ({ between: [temperatures[k], temperatures[k + 1]], rate })),
      roundTrips: { count, perThousandSteps: steps > 0 ? (1000 * count) / steps : 0 },
      suggestedTemperatures: suggestion(temperatures, pairs),
    };
  } finally {
    series.close();
  }
}

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

function suggestion(temperatures: readonly number[], pairs: readonly Mean[]): number[] | null {
  if (pairs.length < 2 || pairs.some(({ tried }) => tried < ENOUGH)) return null;
  const rejections = pairs.map(({ rate }) => 1 - (rate ?? 0));
  const average = rejections.reduce((sum, one) => sum + one, 0) / rejections.length;
  if (Math.max(...rejections) <= UNEVEN * average) return null;
  // The barrier is a function of β, in which e^{−βF} is smooth.
  const better = equalised(
    temperatures.map((temperature) => 1 / temperature),
    rejections,
  );
  return better.map((beta, k) => {
    const isEnd = k === 0 || k === better.length - 1;
    return isEnd ? temperatures[k] : Number((1 / beta).toPrecision(DIGITS));
  });
}
