/** How long things take here, for planning; the bench makes the comparisons. What takes long is estimated instead. */
import type { LocalUpdater, SpinFermionModel } from '../exact/model.ts';
import { randomDirection } from '../numeric/directions.ts';
import { philoxStream } from '../numeric/philox.ts';
import { namedConfiguration } from '../spins/named.ts';

/** Milliseconds spent on each figure. */
const BUDGET = 200;

/** Median of repeated calls, in milliseconds; the first, which sets things up, counts only where it takes the whole budget. */
export function millisecondsOf(work: () => void): number {
  const began = performance.now();
  work();
  const first = performance.now() - began;
  if (first > BUDGET) return first;
  const times: number[] = [];
  const start = performance.now();
  do {
    const before = performance.now();
    work();
    times.push(performance.now() - before);
  } while (performance.now() - start < BUDGET);
  return times.sort((a, b) => a - b)[times.length >> 1];
}

/** One sweep, every proposal accepted; extrapolated from the sites done where the budget ends before. */
function millisecondsOfSweep(updater: LocalUpdater): number {
  const order = updater.patches.flatMap((patch) => [...patch]);
  const random = philoxStream(0, 0);
  const direction = new Float64Array(3);
  let done = 0;
  const start = performance.now();
  do {
    randomDirection(random, direction, 0);
    updater.propose(order[done++ % order.length], direction[0], direction[1], direction[2]);
    updater.accept();
  } while (performance.now() - start < BUDGET);
  return ((performance.now() - start) / done) * order.length;
}

/** Milliseconds of one evaluation with random spins. */
export interface Timings {
  readonly logWeight: number;
  /** Forces, log weight included. */
  readonly forces: number;
  /** One proposal per site, each accepted; null at T = 0, where no update is accepted by chance, and where planning it would take too long. */
  readonly localSweep: number | null;
  /** Names of the figures that were not measured but estimated from operations. */
  readonly estimated: readonly ('logWeight' | 'forces')[];
}

/** An evaluation that should take longer, in milliseconds, is estimated. */
export const LONGEST = 3000;
/** Planning of local updates takes seconds on larger lattices. */
const LONGEST_WITH_SWEEP = 100;
const MOST_SITES_WITH_SWEEP = 4096;
/** The cost of a log weight with forces, in log weights. */
const FORCES = 3;

/** Times the model, which takes about a second, or a few where one evaluation does. */
export function timings(model: SpinFermionModel): Timings {
  const { lattice, temperature } = model.parameters;
  const nominal = model.cost / 1e6;
  if (nominal > LONGEST)
    return {
      logWeight: nominal,
      forces: FORCES * nominal,
      localSweep: null,
      estimated: ['logWeight', 'forces'],
    };
  const spins = namedConfiguration('random', lattice, { seed: 0 });
  const force = new Float64Array(spins.length);
  const logWeight = millisecondsOf(() => model.logWeight(spins));
  const isSwept = temperature > 0 && logWeight <= LONGEST_WITH_SWEEP && lattice.siteCount <= MOST_SITES_WITH_SWEEP;
  const isLong = FORCES * logWeight > LONGEST;
  return {
    logWeight,
    forces: isLong ? FORCES * logWeight : millisecondsOf(() => model.logWeightAndForce(spins, force)),
    localSweep: isSwept ? millisecondsOfSweep(model.localUpdater(spins)) : null,
    estimated: isLong ? ['forces'] : [],
  };
}

/**
 * A sweep takes longer than this, in milliseconds: patches of m sites are opened N/m times for a log weight each, and m grows with the lattice as
 * N^(2/3) at most.
 */
export const leastSweep = (logWeight: number, siteCount: number): number => (logWeight * Math.cbrt(siteCount)) / 2;
