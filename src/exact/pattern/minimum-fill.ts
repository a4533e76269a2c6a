/**
 * Elimination orders of little fill: greedy minimum fill with random ties, the cheapest of a few.
 * On square lattices about 12 L³ multiply-adds remain; nested dissection needs twice as many at L = 32.
 */
import { philoxStream } from '../../numeric/philox.ts';
import { copyGraph, eliminate, fillIn, type Graph, neighboursOf } from './graph.ts';

export interface Elimination {
  /** Vertices in the order of elimination. */
  readonly order: readonly number[];
  /** Later neighbours of each, in the same order: the row structure of the factor. */
  readonly structure: readonly (readonly number[])[];
  /** Block multiply-adds of one LU factorisation. */
  readonly operations: number;
}

/** Total work of all attempts, in words touched: keeps the set-up of large lattices below about a second. */
const BUDGET = 1.5e8;
const MOST_ATTEMPTS = 16;

/** The cheapest of several orders; the vertices of `last` come at the end, in their order, for a patch (docs/method.md §5). */
export function minimumFill(graph: Graph, last: readonly number[] = [], mostAttempts = MOST_ATTEMPTS): Elimination {
  let best: Elimination | undefined;
  for (let attempt = 0; attempt < Math.min(mostAttempts, attempts(graph)); attempt++) {
    const found = oneOrder(graph, last, attempt);
    if (!best || found.operations < best.operations) best = found;
  }
  return best ?? { order: [], structure: [], operations: 0 };
}

/** Fixed by the size alone, never by the clock: the order decides the last bits of every weight. */
function attempts({ vertexCount, words }: Graph): number {
  const estimate = vertexCount * words * 2500;
  return vertexCount === 0 ? 0 : Math.max(1, Math.min(MOST_ATTEMPTS, Math.floor(BUDGET / estimate)));
}

function oneOrder(original: Graph, last: readonly number[], attempt: number): Elimination {
  const graph = copyGraph(original);
  const random = philoxStream(0, attempt);
  const waiting = new Set(last);
  const fill = new Map<number, number>();
  for (let v = 0; v < graph.vertexCount; v++) if (!waiting.has(v)) fill.set(v, fillIn(graph, v));
  const order: number[] = [];
  const structure: number[][] = [];
  while (fill.size > 0) {
    const v = cheapest(fill, random.nextUniform());
    fill.delete(v);
    order.push(v);
    structure.push(eliminate(graph, v));
    refreshFill(graph, structure[structure.length - 1], fill);
  }
  appendClique(last, order, structure);
  return { order, structure, operations: structure.reduce((sum, { length: d }) => sum + d * d + d, 0) };
}

/** A vertex of minimal fill; ties are broken by `uniform` in (0, 1). */
function cheapest(fill: ReadonlyMap<number, number>, uniform: number): number {
  let least = Number.POSITIVE_INFINITY;
  let ties: number[] = [];
  for (const [v, count] of fill) {
    if (count > least) continue;
    if (count < least) ties = [];
    least = count;
    ties.push(v);
  }
  return ties[Math.floor(uniform * ties.length)];
}

/** Only neighbours of the eliminated vertex and their neighbours can have changed. */
function refreshFill(graph: Graph, neighbours: readonly number[], fill: Map<number, number>): void {
  const touched = new Uint32Array(graph.words);
  for (const a of neighbours) {
    touched[a >>> 5] |= 1 << (a & 31);
    for (let k = 0; k < graph.words; k++) touched[k] |= graph.rows[a * graph.words + k];
  }
  for (const v of neighboursOf(touched, 0, graph.words)) if (fill.has(v)) fill.set(v, fillIn(graph, v));
}

/** The patch is kept as a full block: its inverse is dense anyway. */
function appendClique(last: readonly number[], order: number[], structure: number[][]): void {
  last.forEach((v, index) => {
    order.push(v);
    structure.push(last.slice(index + 1));
  });
}
