/** The order of a factorisation: of minimum fill, or by nested dissection where that costs less. */
import { dissect } from './dissection.ts';
import { type Elimination, withPatch } from './elimination.ts';
import { createGraph } from './graph.ts';
import { minimumFill } from './minimum-fill.ts';
import { cutOut, inGraph, inRegion } from './region.ts';

/** An order is replaced by one that costs less than this fraction of it: the last bits of every weight change with it. */
const WORTH_CHANGING = 0.98;
/** Multiply-adds per vertex below which there is nothing to be gained: chains and ladders. */
const NARROW = 100;
/** Vertices beyond which dissection would take more than some seconds. */
const MOST_VERTICES = 8192;

/**
 * The cheapest order found for a graph with these lists of neighbours. The vertices of `last` come at the end, in their order, for a patch (docs/method.md §5).
 * A limit on `attempts` is one on the time to find it, and leaves dissection out.
 */
export function eliminationOrder(
  lists: readonly (readonly number[])[],
  last: readonly number[] = [],
  attempts?: number,
): Elimination {
  const filling = minimumFill(createGraph(lists.map((own) => own.slice())), last, attempts);
  const thorough = attempts === undefined && lists.length <= MOST_VERTICES;
  if (!thorough || filling.operations < NARROW * lists.length) return filling;
  const dissected = dissection(lists, last, filling);
  return dissected.operations < WORTH_CHANGING * filling.operations ? dissected : filling;
}

function dissection(lists: readonly (readonly number[])[], last: readonly number[], given: Elimination): Elimination {
  const patch = new Set(last);
  const region = cutOut(
    (v) => lists[v],
    Array.from(lists.keys()).filter((v) => !patch.has(v)),
  );
  return withPatch(last, inGraph(region, dissect(region, inRegion(region, given))));
}
