/** Renumbers an elimination order so that children stand right before their parent: same fill, better locality, longer supernodes. */
import type { Elimination } from './elimination.ts';

/** Depth-first order of the elimination tree; the last `fixed` pivots (a patch) stay where they are. */
export function postorder({ order, structure, operations }: Elimination, fixed = 0): Elimination {
  const movable = order.length - fixed;
  const rank = new Map(order.map((v, k) => [v, k]));
  const parent = structure.map((row) => row.reduce((least, v) => Math.min(least, rank.get(v) as number), Infinity));
  const children = childrenOf(parent, movable);
  const roots = parent.flatMap((p, k) => (k < movable && p >= movable ? [k] : []));
  const visited = roots.flatMap((root) => descend(root, children));
  const positions = [...visited, ...order.slice(movable).map((_, k) => movable + k)];
  return { order: positions.map((k) => order[k]), structure: positions.map((k) => structure[k]), operations };
}

/** The children of every pivot in the elimination tree. `parent[k]` is the first pivot that k updates; Infinity where there is none. */
function childrenOf(parent: readonly number[], movable: number): number[][] {
  const children: number[][] = Array.from({ length: movable }, () => []);
  parent.forEach((p, k) => {
    if (p < movable) children[p].push(k);
  });
  return children;
}

/** A subtree in post-order, without recursion: chains make trees as deep as the lattice is large. */
function descend(root: number, children: readonly (readonly number[])[]): number[] {
  const reversed: number[] = [];
  const stack = [root];
  for (let k = stack.pop(); k !== undefined; k = stack.pop()) {
    reversed.push(k);
    for (const child of children[k]) stack.push(child);
  }
  return reversed.reverse();
}
