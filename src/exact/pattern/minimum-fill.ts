/**
 * Elimination orders of little fill: greedy minimum fill with random ties, the cheapest of a few.
 * On square lattices about 14 L³ multiply-adds remain at L = 32, and no order that we know needs 2 % fewer.
 */
import { InputError } from '../../errors.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { type Elimination, elimination, withPatch, work } from './elimination.ts';
import { copyGraph, eliminate, type Graph } from './graph.ts';
import { leastFill } from './least-fill.ts';

/** Total work of all attempts, in words touched: keeps the set-up of large lattices below about a second. */
const BUDGET = 1.5e8;
const MOST_ATTEMPTS = 16;
/** The pairs of later neighbours of all pivots, half as many, are kept as 32-bit numbers: these fill the 4 GiB of the kernels. */
const MOST_OPERATIONS = 2_147_483_648;

/** The cheapest of several orders; the vertices of `last` come at the end, in their order, for a patch (docs/method.md §5). */
export function minimumFill(graph: Graph, last: readonly number[] = [], mostAttempts = MOST_ATTEMPTS): Elimination {
  let best: Elimination | undefined;
  for (let attempt = 0; attempt < Math.min(mostAttempts, attempts(graph)); attempt++) {
    const found = orderOfLeastFill(graph, last, attempt, checkFeasible);
    if (!best || found.operations < best.operations) best = found;
  }
  return best ?? elimination([], []);
}

/** Number of orders tried, fixed by the size alone and never by the clock: the order decides the last bits of every weight. */
function attempts({ vertexCount }: Graph): number {
  const estimate = vertexCount * Math.ceil(vertexCount / 32) * 2500;
  return vertexCount === 0 ? 0 : Math.max(1, Math.min(MOST_ATTEMPTS, Math.floor(BUDGET / estimate)));
}

/** One order of least fill. `check` sees the operations so far with the least that is left, and may throw. */
export function orderOfLeastFill(
  original: Graph,
  last: readonly number[],
  attempt: number,
  check?: (operations: number) => void,
): Elimination {
  const graph = copyGraph(original);
  const random = philoxStream(0, attempt);
  const next = leastFill(graph, new Set(last));
  const order: number[] = [];
  const structure: number[][] = [];
  let operations = 0;
  for (let left = graph.vertexCount - last.length; left > 0; left--) {
    const v = next(random.nextUniform());
    order.push(v);
    structure.push(eliminate(graph, v));
    const { length: d } = structure[structure.length - 1];
    operations += work(d);
    check?.(operations + least(d));
  }
  return withPatch(last, elimination(order, structure));
}

/** What is left at least after a pivot with d later neighbours: they are a clique by then. */
const least = (d: number): number => (d * d * d - d) / 3;

/** Checks that a weight can be computed; throws InputError for more block multiply-adds than are feasible. */
export function checkFeasible(operations: number): void {
  if (operations <= MOST_OPERATIONS) return;
  throw new InputError(
    'lattice.size: expected a lattice whose exact weight can be computed, found one that takes more than 4 GiB of memory and half a minute for every log weight; ' +
      'choose a smaller or a narrower one',
  );
}
