/** Exchanges with the mistakes that break exactness silently, made on purpose. */
import type { RandomStream } from '../../../src/numeric/philox.ts';
import { metropolis } from '../../../src/sampling/moves/metropolis.ts';
import type { Replica } from '../../../src/sampling/tempering/exchange.ts';
import type { Round } from './ladders.ts';

/** Rounds in the order of exchangeRound, with another log ratio, and another way to settle in. */
function roundOf(
  logRatio: (first: Replica, second: Replica) => number,
  arrive: (replica: Replica, other: Replica) => void,
): Round {
  return (replicas, round, random) => {
    for (let lower = round % 2; lower + 1 < replicas.length; lower += 2)
      exchangeBy(logRatio, arrive, [replicas[lower], replicas[lower + 1]], random);
    return undefined;
  };
}

function exchangeBy(
  logRatio: (first: Replica, second: Replica) => number,
  arrive: (replica: Replica, other: Replica) => void,
  [first, second]: readonly [Replica, Replica],
  random: RandomStream,
): void {
  if (!metropolis(logRatio(first, second), random)) return;
  const kept = first.state.spins.slice();
  first.state.spins.set(second.state.spins);
  second.state.spins.set(kept);
  arrive(first, second);
  arrive(second, first);
}

/** log [f_1(S_2) f_2(S_1)/(f_1(S_1) f_2(S_2))]. */
const crossed =
  (log: (replica: Replica, spins: Float64Array) => number) =>
  (first: Replica, second: Replica): number =>
    log(first, second.state.spins) +
    log(second, first.state.spins) -
    log(first, first.state.spins) -
    log(second, second.state.spins);

const logW = ({ model }: Replica, spins: Float64Array): number => model.logWeight(spins);
const logEffective = ({ sampler }: Replica, spins: Float64Array): number => sampler.logDensity?.(spins) ?? Number.NaN;

/** All that a replica knows of the configuration that has come to it. */
function arriveAnew({ model, sampler, state }: Replica): void {
  state.logWeight = model.logWeight(state.spins);
  if (sampler.logDensity) state.logImportance = state.logWeight - sampler.logDensity(state.spins);
}

/** What proposals were corrected by comes in once more, times β: log W + E/T of a learned energy instead of log W. */
export const correctedTwice = (energyOf: (replica: Replica) => (spins: Float64Array) => number): Round =>
  roundOf(
    crossed((replica, spins) => logW(replica, spins) + energyOf(replica)(spins) / replica.model.parameters.temperature),
    arriveAnew,
  );

/** The weight of the electrons without the energy of the spins themselves. */
export const CLASSICAL_PART_FORGOTTEN: Round = roundOf(
  crossed(({ model }, spins) => {
    const { classicalEnergy } = model.measure(spins);
    return model.logWeight(spins) + classicalEnergy / model.parameters.temperature;
  }),
  arriveAnew,
);

/** Reweighted replicas exchanged by W, which they do not follow. */
export const REWEIGHTED_BY_WEIGHT: Round = roundOf(crossed(logW), arriveAnew);

/** Reweighted replicas exchanged by W_eff, whose samples take their old weights along. */
export const IMPORTANCE_COMES_ALONG: Round = roundOf(crossed(logEffective), (replica, other) => {
  replica.state.logWeight = replica.model.logWeight(replica.state.spins);
  if (replica.model.parameters.temperature > other.model.parameters.temperature) {
    const { logImportance } = replica.state;
    replica.state.logImportance = other.state.logImportance;
    other.state.logImportance = logImportance;
  }
});

/** The right one, written out again. */
export const RIGHT: Round = roundOf(
  crossed((replica, spins) => (replica.sampler.logDensity ? logEffective : logW)(replica, spins)),
  arriveAnew,
);
