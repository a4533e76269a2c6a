/** Undirected graphs that vertices are eliminated from one by one, with counts of the edges that each elimination would add. */

export interface Graph {
  readonly vertexCount: number;
  /** Vertices from this one on are never eliminated and count as joined to each other: edges between them are left out. */
  readonly inner: number;
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

/** The lists of neighbours of a graph that is given by pairs of them. */
export function neighbourLists(vertexCount: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const sets = Array.from({ length: vertexCount }, () => new Set<number>());
  for (const [a, b] of pairs) {
    sets[a].add(b);
    sets[b].add(a);
  }
  return sets.map((set) => [...set]);
}

/** The graph of these lists, which it takes over. Those of the vertices from `inner` on have none of these vertices. */
export function createGraph(neighbours: number[][], inner = neighbours.length): Graph {
  const mark = new Uint8Array(neighbours.length);
  const fill = (own: readonly number[], v: number) => (v < inner ? missing(own, neighbours, mark, inner) : 0);
  return {
    vertexCount: neighbours.length,
    inner,
    neighbours,
    fill: Float64Array.from(neighbours, fill),
    changed: allChanged(neighbours.length),
    mark,
  };
}

export const copyGraph = ({ vertexCount, inner, neighbours, fill }: Graph): Graph => ({
  vertexCount,
  inner,
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
  // As many edges are missing as v was counted to add: most cliques are complete long before their last vertex.
  for (let i = 0, left = fill[v]; left > 0; i++) left -= joinTo(graph, clique, i);
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

/** Adds the edges from vertex i of the clique to those that come after it, and returns how many. */
function joinTo({ inner, neighbours, fill, changed, mark }: Graph, clique: readonly number[], i: number): number {
  const a = clique[i];
  const own = neighbours[a];
  const before = own.length;
  let ownInner = 0;
  for (const x of own) {
    mark[x] = 1;
    if (x < inner) ownInner++;
  }
  for (let j = i + 1; j < clique.length; j++) {
    const b = clique[j];
    if (mark[b]) continue;
    let common = 0;
    for (const x of neighbours[b]) {
      if (!mark[x]) continue;
      common++;
      fill[x]--;
      changed[x >>> BLOCK_SHIFT] = 1;
    }
    fill[a] += (b < inner ? own.length : ownInner) - common;
    if (b < inner) {
      fill[b] += neighbours[b].length - common;
      ownInner++;
    }
    own.push(b);
    neighbours[b].push(a);
    mark[b] = 1;
  }
  for (const x of own) mark[x] = 0;
  return own.length - before;
}

/** Pairs of `own` that are no neighbours of each other. */
function missing(
  own: readonly number[],
  neighbours: readonly (readonly number[])[],
  mark: Uint8Array,
  inner: number,
): number {
  let present = 0;
  for (const a of own) mark[a] = 1;
  for (const a of own) for (const b of neighbours[a]) present += mark[b];
  for (const a of own) mark[a] = 0;
  const around = own.reduce((count, a) => count + Number(a >= inner), 0);
  return (own.length * (own.length - 1) - around * (around - 1) - present) / 2;
}

function remove(list: number[], value: number): void {
  list[list.indexOf(value)] = list[list.length - 1];
  list.pop();
}
