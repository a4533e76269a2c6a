/** How long things take here, for planning; the bench makes the comparisons. */
import type { LocalUpdater } from '../exact/model.ts';
import { randomDirection } from '../numeric/directions.ts';
import { philoxStream } from '../numeric/philox.ts';

/** Milliseconds spent on each figure. */
const BUDGET = 200;

/** Median of repeated calls, in milliseconds; the first, which sets things up, does not count. */
export function millisecondsOf(work: () => void): number {
  work();
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
export function millisecondsOfSweep(updater: LocalUpdater): number {
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
