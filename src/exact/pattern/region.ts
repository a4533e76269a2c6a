/** Parts of a graph that are eliminated before the vertices around them. */
import { type Elimination, elimination } from './elimination.ts';
import { createGraph } from './graph.ts';
import { orderOfLeastFill } from './minimum-fill.ts';

/** Vertices 0 … n − 1 to be eliminated, and behind them those around that they couple to. */
export interface Region {
  /** The neighbours of each vertex to be eliminated. */
  readonly neighbours: readonly (readonly number[])[];
  /** The number that each vertex, of the region and then around it, has in the graph that the region was cut out of. */
  readonly vertices: readonly number[];
}

/** The region of these vertices of a graph, whose neighbours `neighboursOf` lists. */
export function cutOut(neighboursOf: (v: number) => readonly number[], chosen: readonly number[]): Region {
  const local = new Map(chosen.map((v, k) => [v, k]));
  const around = new Set(chosen.flatMap((v) => neighboursOf(v).filter((u) => !local.has(u))));
  const vertices = [...chosen, ...[...around].sort((a, b) => a - b)];
  vertices.forEach((v, k) => {
    local.set(v, k);
  });
  return { neighbours: chosen.map((v) => neighboursOf(v).map((u) => local.get(u) as number)), vertices };
}

const within = ({ neighbours, vertices }: Region): readonly number[] => vertices.slice(0, neighbours.length);
const around = ({ neighbours, vertices }: Region): readonly number[] => vertices.slice(neighbours.length);

/** The separator of a region when its parts have been eliminated, each of which joins all vertices around it to each other. */
export function remainder(region: Region, parts: readonly Region[], separator: readonly number[]): Region {
  const gone = new Set(parts.flatMap(within));
  const coupled = new Map(
    separator.map((v) => [v, new Set(region.neighbours[v].filter((u) => !gone.has(u)))] as const),
  );
  for (const clique of parts.map(around)) for (const v of clique) for (const u of clique) coupled.get(v)?.add(u);
  return cutOut((v) => [...(coupled.get(v) ?? [])].filter((u) => u !== v), separator);
}

/** The order of least fill of a region, at the first attempt. */
export function plainOrder({ neighbours, vertices }: Region): Elimination {
  const inner = neighbours.length;
  const lists: number[][] = vertices.map((_, v) => (v < inner ? neighbours[v].slice() : []));
  neighbours.forEach((own, v) => {
    for (const u of own) if (u >= inner) lists[u].push(v);
  });
  const last = Array.from(lists.keys()).slice(inner);
  const { order, structure } = orderOfLeastFill(createGraph(lists, inner), last, 0);
  return elimination(order.slice(0, inner), structure.slice(0, inner));
}

/** The elimination of a region, in the numbers of the graph it was cut out of. */
export const inGraph = ({ vertices }: Region, { order, structure, operations }: Elimination): Elimination => ({
  order: order.map((v) => vertices[v]),
  structure: structure.map((row) => row.map((v) => vertices[v])),
  operations,
});

/** What an elimination of the graph does with the vertices of a region, in the region's numbers. */
export function inRegion({ neighbours, vertices }: Region, { order, structure }: Elimination): Elimination {
  const local = new Map(vertices.map((v, k) => [v, k]));
  const number = (v: number) => local.get(v) ?? Number.POSITIVE_INFINITY;
  const places = Array.from(order.keys()).filter((k) => number(order[k]) < neighbours.length);
  return elimination(
    places.map((k) => number(order[k])),
    places.map((k) => structure[k].map(number)),
  );
}
