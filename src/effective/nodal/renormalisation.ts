/** −{H_1, X}/2 with X = P V D V P: what electrons of the manifold lose of their weight to the levels outside, and the way back. */

import { addHalfHermitian, oddTimesEven, oddTimesVector } from './blocks.ts';
import type { Workspace } from './nodal-workspace.ts';
import { forGroups } from './steps.ts';

/**
 * Adds −{H_1, X}/2 to `odd`; and writes the derivatives −{f, H_1}/2 with respect to X and f − {f, X}/2 with respect to H_1, from the density f of odd order. All stay within
 * groups.
 */
export function renormalisation(w: Workspace) {
  const { width } = w.packing;
  const { first, lost, odd, oddDensity, firstDensity, lossDensity, blockProducts, gram } = w.arrays;
  const size = 4 * width * width;
  const ahead = forGroups(w, (p) => products(w, p, first, lost));
  const behind = forGroups(w, (p) => products(w, p, oddDensity, first));
  const within = forGroups(w, (p) => products(w, p, oddDensity, lost));
  return {
    build() {
      ahead.forEach((product, p) => {
        product();
        oddTimesEven(width, blockProducts, gram);
        addHalfHermitian(width, gram, 'odd', odd, p * size);
      });
    },
    back() {
      lossDensity.fill(0);
      firstDensity.set(oddDensity);
      for (const p of behind.keys()) {
        behind[p]();
        oddTimesVector(width, blockProducts, gram);
        addHalfHermitian(width, gram, 'even', lossDensity, p * size);
        within[p]();
        oddTimesEven(width, blockProducts, gram);
        addHalfHermitian(width, gram, 'odd', firstDensity, p * size);
      }
    },
  };
}

/** All products of components of the blocks of a group. */
function products(
  { kernels, packing: { width }, arrays: { blockProducts } }: Workspace,
  p: number,
  left: Float64Array,
  right: Float64Array,
) {
  const start = 4 * p * width * width;
  return kernels.product({
    left: { array: left, start, row: width },
    right: { array: right, start, row: 4 * width },
    out: { array: blockProducts, start: 0, row: 4 * width },
    shape: { rows: 4 * width, inner: width, columns: 4 * width },
  });
}
