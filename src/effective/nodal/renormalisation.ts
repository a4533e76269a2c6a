/** −{H_1, X}/2 with X = P V D V P: what electrons of the manifold lose of their weight to the levels outside, and the way back. */
import type { Workspace } from './arrays.ts';
import { addHalfHermitian, oddTimesEven, oddTimesVector } from './blocks.ts';
import { all, forGroups } from './steps.ts';

const COMPONENTS = [0, 1, 2, 3];
/** H_1 has no scalar. */
const VECTOR = [1, 2, 3];

/**
 * Adds −{H_1, X}/2 to `odd`; and writes the derivatives −{f, H_1}/2 with respect to X and f − {f, X}/2 with respect to H_1, from the density f of odd order. All stay within
 * groups.
 */
export function renormalisation(w: Workspace) {
  const { width } = w.packing;
  const { first, lost, odd, oddDensity, firstDensity, lossDensity, blockProducts, gram } = w.arrays;
  const size = 4 * width * width;
  const ahead = forGroups(w, (p) => products(w, p, first, lost, COMPONENTS));
  const behind = forGroups(w, (p) => products(w, p, oddDensity, first, VECTOR));
  const within = forGroups(w, (p) => products(w, p, oddDensity, lost, COMPONENTS));
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

/** Products of components of the blocks of a group: that of c on the left and d on the right is number 4d + c. */
function products(
  { kernels, packing: { width }, arrays: { blockProducts } }: Workspace,
  p: number,
  left: Float64Array,
  right: Float64Array,
  components: readonly number[],
) {
  const square = width * width;
  return all(
    components.map((d) =>
      kernels.product({
        left: { array: left, start: 4 * p * square, row: width },
        right: { array: right, start: (4 * p + d) * square, row: width },
        out: { array: blockProducts, start: 4 * d * square, row: width },
        shape: { rows: 4 * width, inner: width, columns: width },
      }),
    ),
  );
}
