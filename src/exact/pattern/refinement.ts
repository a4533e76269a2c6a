/**
 * Smaller separators by moving one vertex at a time, best first, downhill or not, and going back to the best state seen
 * (C. M. Fiduccia and R. M. Mattheyses 1982; for vertices instead of edges, C. Ashcraft and J. W. H. Liu 1998).
 */

/** Sides of a vertex besides 0 and 1. */
export const SEPARATOR = 2;

/** Neither side has fewer than this share of the vertices. */
export const SMALLEST_SHARE = 0.25;
const MOST_PASSES = 4;

interface Division {
  readonly neighbours: readonly (readonly number[])[];
  /** 0, 1 or `SEPARATOR` for every vertex. */
  readonly side: Int8Array;
  /** How many vertices each has. */
  readonly size: [number, number, number];
  /** Vertices of the separator. */
  readonly separator: Set<number>;
  /** Vertices that have changed, and from which side, to go back. */
  readonly trail: [number, number][];
}

interface Move {
  readonly vertex: number;
  readonly side: 0 | 1;
  readonly gain: number;
}

/** Improves a division in place: `side` has 0, 1 or `SEPARATOR`, and no vertex of side 0 has a neighbour on side 1. */
export function refine(neighbours: readonly (readonly number[])[], side: Int8Array): void {
  const division: Division = { neighbours, side, size: [0, 0, 0], separator: new Set(), trail: [] };
  side.forEach((s, v) => {
    division.size[s]++;
    if (s === SEPARATOR) division.separator.add(v);
  });
  for (let pass = 0; pass < MOST_PASSES && improve(division); pass++);
}

/** One pass, in which every vertex leaves the separator once at most. Returns whether it has gained anything. */
function improve(division: Division): boolean {
  const { size, trail } = division;
  const left = new Set<number>();
  let best = value(division);
  let length = 0;
  trail.length = 0;
  for (let moves = 2 * size[SEPARATOR] + 20; moves > 0; moves--) {
    const move = bestMove(division, left);
    if (!move) break;
    left.add(move.vertex);
    make(division, move);
    if (value(division) >= best) continue;
    best = value(division);
    length = trail.length;
  }
  while (trail.length > length) put(division, ...(trail.pop() as [number, number]));
  return length > 0;
}

/** To be made small: the separator first, and of equal ones the most even division. */
const value = ({ size }: Division): number => size[SEPARATOR] + Math.abs(size[0] - size[1]) / (2 * total(size));

const total = (size: readonly number[]): number => size[0] + size[1] + size[2];

function bestMove({ neighbours, side, size, separator }: Division, left: ReadonlySet<number>): Move | undefined {
  const fewest = SMALLEST_SHARE * total(size);
  let best: Move | undefined;
  for (const vertex of separator) {
    if (left.has(vertex)) continue;
    for (const to of [0, 1] as const) {
      let drawn = 0;
      for (const u of neighbours[vertex]) if (side[u] === 1 - to) drawn++;
      // Of equal moves the one to the smaller side.
      const gain = 1 - drawn + (size[to] < size[1 - to] ? 0.5 : 0);
      if (size[1 - to] - drawn >= fewest && (!best || gain > best.gain)) best = { vertex, side: to, gain };
    }
  }
  return best;
}

/** The vertex goes to its side, and its neighbours on the other side into the separator. */
function make(division: Division, { vertex, side: to }: Move): void {
  const { neighbours, side, trail } = division;
  trail.push([vertex, SEPARATOR]);
  put(division, vertex, to);
  for (const u of neighbours[vertex]) {
    if (side[u] !== 1 - to) continue;
    trail.push([u, 1 - to]);
    put(division, u, SEPARATOR);
  }
}

function put({ side, size, separator }: Division, v: number, to: number): void {
  size[side[v]]--;
  size[to]++;
  if (side[v] === SEPARATOR) separator.delete(v);
  if (to === SEPARATOR) separator.add(v);
  side[v] = to;
}
