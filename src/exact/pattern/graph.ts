/** Undirected graphs that vertices are eliminated from one by one, with counts of the edges that each elimination would add. */

export interface Graph {
  readonly vertexCount: number;
  /** Neighbours of each vertex, in no order. */
  readonly neighbours: number[][];
  /** Edges that the elimination of each vertex would add now. */
  readonly fill: Float64Array;
  /** A mark for every block of vertices: 1 where one of these counts has changed; whoever uses it sets it back to 0. */
  readonly changed: Uint8Array;
  /** Workspace of marks for vertices, all 0 between calls. */
  readonly mark: Uint8Array;
}

/** The block of vertex v is v >>> this. */
export const BLOCK_SHIFT = 8;

const allChanged = (vertexCount: number): Uint8Array => new Uint8Array((vertexCount >>> BLOCK_SHIFT) + 1).fill(1);

export function createGraph(vertexCount: number, pairs: readonly (readonly [number, number])[]): Graph {
  const sets = Array.from({ length: vertexCount }, () => new Set<number>());
  for (const [a, b] of pairs) {
    sets[a].add(b);
    sets[b].add(a);
  }
  const neighbours = sets.map((set) => [...set]);
  const mark = new Uint8Array(vertexCount);
  return {
    vertexCount,
    neighbours,
    fill: Float64Array.from(neighbours, (own) => missing(own, neighbours, mark)),
    changed: allChanged(vertexCount),
    mark,
  };
}

export const copyGraph = ({ vertexCount, neighbours, fill }: Graph): Graph => ({
  vertexCount,
  fill: fill.slice(),
  neighbours: neighbours.map((own) => own.slice()),
  changed: allChanged(vertexCount),
  mark: new Uint8Array(vertexCount),
});

/**
 * Removes v and joins its neighbours to a clique; returns them in ascending order.
 *
 * Counts follow edge by edge: few are added where the fill is smallest, so this costs far less than counting anew.
 */
export function eliminate(graph: Graph, v: number): number[] {
  const { neighbours, fill, changed } = graph;
  const clique = neighbours[v].sort((a, b) => a - b);
  for (const a of clique) joinTo(graph, a, clique);
  for (const a of clique) {
    // By now v and the rest of the clique are neighbours of a; v was not one of all others of a.
    fill[a] -= neighbours[a].length - clique.length;
    changed[a >>> BLOCK_SHIFT] = 1;
    remove(neighbours[a], v);
  }
  neighbours[v] = [];
  fill[v] = Number.POSITIVE_INFINITY;
  changed[v >>> BLOCK_SHIFT] = 1;
  return clique;
}

/** Adds the edges from a to those of the clique that come after it. */
function joinTo({ neighbours, fill, changed, mark }: Graph, a: number, clique: readonly number[]): void {
  const own = neighbours[a];
  for (const x of own) mark[x] = 1;
  for (const b of clique) {
    if (b <= a || mark[b]) continue;
    let common = 0;
    for (const x of neighbours[b]) {
      if (!mark[x]) continue;
      common++;
      fill[x]--;
      changed[x >>> BLOCK_SHIFT] = 1;
    }
    fill[a] += own.length - common;
    fill[b] += neighbours[b].length - common;
    own.push(b);
    neighbours[b].push(a);
    mark[b] = 1;
  }
  for (const x of own) mark[x] = 0;
}

/** Pairs of `own` that are no neighbours of each other. */
function missing(own: readonly number[], neighbours: readonly (readonly number[])[], mark: Uint8Array): number {
  let present = 0;
  for (const a of own) mark[a] = 1;
  for (const a of own) for (const b of neighbours[a]) present += mark[b];
  for (const a of own) mark[a] = 0;
  return (own.length * own.length - own.length - present) / 2;
}

function remove(list: number[], value: number): void {
  list[list.indexOf(value)] = list[list.length - 1];
  list.pop();
}
