/** The next vertex to eliminate, found block by block: only blocks whose counts have changed are looked at again. */
import { BLOCK_SHIFT, type Graph } from './graph.ts';

/**
 * Returns a function that picks a vertex of least fill, none of `waiting`; of several, in ascending order, the one at the fraction `uniform` in (0, 1).
 *
 * Uses up the marks of `graph.changed`.
 */
export function leastFill(
  { vertexCount, fill, changed }: Graph,
  waiting: ReadonlySet<number>,
): (uniform: number) => number {
  const isWaiting = Uint8Array.from({ length: vertexCount }, (_, v) => Number(waiting.has(v)));
  const least = new Float64Array(changed.length);
  const ties = new Int32Array(changed.length);

  function refresh(block: number): void {
    const end = Math.min(vertexCount, (block + 1) << BLOCK_SHIFT);
    changed[block] = 0;
    least[block] = Number.POSITIVE_INFINITY;
    for (let v = block << BLOCK_SHIFT; v < end; v++) {
      if (isWaiting[v] || fill[v] > least[block]) continue;
      ties[block] = fill[v] < least[block] ? 1 : ties[block] + 1;
      least[block] = fill[v];
    }
  }

  function pickFrom(block: number, skipped: number): number {
    let v = (block << BLOCK_SHIFT) - 1;
    for (let left = skipped; left >= 0; left--) {
      do v++;
      while (isWaiting[v] || fill[v] !== least[block]);
    }
    return v;
  }

  return (uniform) => {
    for (let block = 0; block < changed.length; block++) if (changed[block]) refresh(block);
    const fewest = least.reduce((a, b) => Math.min(a, b));
    const total = ties.reduce((sum, count, block) => (least[block] === fewest ? sum + count : sum), 0);
    let skipped = Math.floor(uniform * total);
    let block = least.indexOf(fewest);
    for (; skipped >= ties[block]; block = least.indexOf(fewest, block + 1)) skipped -= ties[block];
    return pickFrom(block, skipped);
  };
}
