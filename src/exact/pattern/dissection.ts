/**
 * Nested dissection (J. A. George 1973): a separator is eliminated last, and the parts that it leaves come first, each in the cheapest
 * order found for it by the same means. Its costs are counted, never estimated, and it stays where it does not pay.
 */
import { type Elimination, inSequence } from './elimination.ts';
import { SEPARATOR } from './refinement.ts';
import { cutOut, inGraph, plainOrder, type Region, remainder } from './region.ts';
import { divisions } from './separators.ts';

/** Regions of fewer vertices keep the order they have. */
const SMALLEST = 32;
/** A division is followed where its cost, with parts in plain minimum fill, is below this many times that of the order there is: parts become cheaper yet. */
const WORTH_FOLLOWING = 1.1;
/** Divisions followed at the top, where they decide most; one below. */
const FOLLOWED = 2;

/** A region divided: its parts with an order for each, and the separator with its order and in the region's numbers. */
interface Division {
  readonly parts: readonly Region[];
  readonly orders: readonly Elimination[];
  readonly separator: Elimination;
  readonly operations: number;
}

/** A cheaper order of a region than the one given, or that one where none is found. */
export function dissect(region: Region, given: Elimination, followed = FOLLOWED): Elimination {
  if (region.neighbours.length < SMALLEST) return given;
  const promising = divisions(region)
    .map((side) => divide(region, separatorOf(side)))
    .filter(({ operations }) => operations <= WORTH_FOLLOWING * given.operations)
    .sort((a, b) => a.operations - b.operations);
  return promising
    .slice(0, followed)
    .map(follow)
    .reduce((best, found) => (found.operations < best.operations ? found : best), given);
}

const separatorOf = (side: Int8Array): number[] => Array.from(side.keys()).filter((v) => side[v] === SEPARATOR);

function divide(region: Region, separator: readonly number[]): Division {
  const parts = partsWithout(region, separator).map((part) => cutOut((v) => region.neighbours[v], part));
  const orders = parts.map(plainOrder);
  const rest = remainder(region, parts, separator);
  const last = inGraph(rest, plainOrder(rest));
  const operations = orders.reduce((sum, order) => sum + order.operations, last.operations);
  return { parts, orders, separator: last, operations };
}

const follow = ({ parts, orders, separator }: Division): Elimination =>
  inSequence([...parts.map((part, k) => inGraph(part, dissect(part, orders[k], 1))), separator]);

/** The connected parts of a region without its separator, each ascending. */
function partsWithout({ neighbours }: Region, separator: readonly number[]): number[][] {
  const seen = new Uint8Array(neighbours.length);
  for (const v of separator) seen[v] = 1;
  const partFrom = (start: number) => {
    const part = [start];
    seen[start] = 1;
    for (const v of part) {
      for (const u of neighbours[v]) {
        if (u >= neighbours.length || seen[u]) continue;
        seen[u] = 1;
        part.push(u);
      }
    }
    return part.sort((a, b) => a - b);
  };
  return neighbours.flatMap((_, v) => (seen[v] ? [] : [partFrom(v)]));
}
