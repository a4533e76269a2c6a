/**
 * Products A G s G A of odd order: Σ_j (B_a·σ)(s_j·σ)(B_b·σ) with B = A G. With p = B_a·s and w = B_a × s a product of two is p + iσ·w, and of three
 * σ·(p B_b − w × B_b) + i w·B_b.
 */

import { addOddBlock, mirrorBlock } from './blocks.ts';
import type { Workspace } from './nodal-workspace.ts';
import { forGroups, gramOf, rowsTimes } from './steps.ts';
import { fillOddTurn } from './turns.ts';

/** Writes A G s G A to `odd`; and, with the density of odd order, writes dB = 4 (y_0 s − s × y) to `dual` and adds ds to `slope`, for the energy Tr f A G s G A. */
export function thirdOrder(w: Workspace) {
  const { packing, arrays, kernels } = w;
  const { width, partner, siteCount } = packing;
  const { thirdRows, scaledSpins, spinProducts, gram, turn, odd, oddDensity, dual, slope } = arrays;
  const [size, columns] = [4 * width * width, 3 * width];
  const grams = forGroups(w, (p) =>
    gramOf(w, partner[p], [spinProducts, 4 * width], [thirdRows, columns], gram, width),
  );
  const transports = forGroups(w, (p) =>
    rowsTimes(w, partner[p], [thirdRows, columns], turn, [spinProducts, 4 * width]),
  );
  const shape = { siteCount, width, rows: thirdRows, vectors: scaledSpins };
  const fill = kernels.spinProducts({ ...shape, out: spinProducts });
  const back = kernels.spinProductsBack({ ...shape, transported: spinProducts, slope: dual, vectorSlope: slope });
  return {
    build() {
      fill();
      odd.fill(0);
      grams.forEach((step, p) => {
        step();
        addOddBlock(width, gram, odd, p * size);
        mirrorBlock(width, 'odd', odd, p * size);
      });
    },
    back() {
      transports.forEach((step, p) => {
        fillOddTurn(width, oddDensity, p * size, turn);
        step();
      });
      back();
    },
  };
}
