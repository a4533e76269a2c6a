/** Undirected graphs as rows of bits: elimination and fill counts then work on 32 vertices at a time. */

export interface Graph {
  readonly vertexCount: number;
  /** 32-bit words per row. */
  readonly words: number;
  /** Row v holds a one for every neighbour of v. */
  readonly rows: Uint32Array;
}

export function createGraph(vertexCount: number, pairs: readonly (readonly [number, number])[]): Graph {
  const words = (vertexCount + 31) >>> 5;
  const rows = new Uint32Array(vertexCount * words);
  for (const [a, b] of pairs) {
    setBit(rows, a * words, b);
    setBit(rows, b * words, a);
  }
  return { vertexCount, words, rows };
}

export const copyGraph = (graph: Graph): Graph => ({ ...graph, rows: graph.rows.slice() });

/** Removes v and joins its neighbours to a clique; returns them in ascending order. */
export function eliminate({ words, rows }: Graph, v: number): number[] {
  const neighbours = neighboursOf(rows, v * words, words);
  for (const a of neighbours) {
    for (let k = 0; k < words; k++) rows[a * words + k] |= rows[v * words + k];
    clearBit(rows, a * words, a);
    clearBit(rows, a * words, v);
  }
  return neighbours;
}

/** How many edges `eliminate(v)` would add. */
export function fillIn({ words, rows }: Graph, v: number): number {
  const neighbours = neighboursOf(rows, v * words, words);
  let present = 0;
  for (const a of neighbours) {
    for (let k = 0; k < words; k++) present += bitCount(rows[a * words + k] & rows[v * words + k]);
  }
  return (neighbours.length * (neighbours.length - 1) - present) / 2;
}

/** Ones of the row that starts at word `start`, ascending. */
export function neighboursOf(rows: Uint32Array, start: number, words: number): number[] {
  const found: number[] = [];
  for (let k = 0; k < words; k++) {
    for (let bits = rows[start + k]; bits !== 0; bits &= bits - 1) found.push(32 * k + 31 - Math.clz32(bits & -bits));
  }
  return found;
}

function setBit(rows: Uint32Array, start: number, bit: number): void {
  rows[start + (bit >>> 5)] |= 1 << (bit & 31);
}

function clearBit(rows: Uint32Array, start: number, bit: number): void {
  rows[start + (bit >>> 5)] &= ~(1 << (bit & 31));
}

function bitCount(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
