/** H_1 = Σ_i φ_a(i) φ_b(i) s̃_i·σ between orbitals of one group. */
import type { Workspace } from './arrays.ts';
import { collectVertices, fillVertices } from './rows.ts';
import { all, forGroups } from './steps.ts';

const COMPONENTS = [0, 1, 2];

/** Writes H_1 from the smeared spins to `first`; and adds ds̃_i = 2 Σ_ab v_ab φ_a(i) φ_b(i) to the smeared slope, v that of `firstDensity`. */
export function firstOrder(w: Workspace) {
  const { packing, arrays } = w;
  const { orbitals, smeared, smearedVertices, first, firstDensity, rowScratch, smearedSlope } = arrays;
  const products = all(forGroups(w, (p) => all(COMPONENTS.map((c) => component(w, p, c, smearedVertices, first)))));
  const images = all(forGroups(w, (p) => all(COMPONENTS.map((c) => image(w, p, c, firstDensity, rowScratch)))));
  return {
    build() {
      fillVertices(packing, smeared, smearedVertices);
      products();
    },
    back() {
      images();
      collectVertices(packing, rowScratch, 2, smearedSlope);
    },
  };

  function component({ kernels }: Workspace, p: number, c: number, vertices: Float64Array, out: Float64Array) {
    const { groupSize, width } = packing;
    const site = p * groupSize;
    return kernels.product({
      left: { array: orbitals, start: site * width, row: 1, column: width },
      right: { array: vertices, start: (3 * site + c) * width, row: 3 * width },
      out: { array: out, start: (4 * p + c + 1) * width * width, row: width },
      shape: { rows: width, inner: groupSize, columns: width },
    });
  }

  /** Σ_b φ_b v_ba by site. */
  function image({ kernels }: Workspace, p: number, c: number, blocks: Float64Array, out: Float64Array) {
    const { groupSize, width } = packing;
    const site = p * groupSize;
    return kernels.product({
      left: { array: orbitals, start: site * width, row: width },
      right: { array: blocks, start: (4 * p + c + 1) * width * width, row: width },
      out: { array: out, start: (3 * site + c) * width, row: 3 * width },
      shape: { rows: groupSize, inner: width, columns: width },
    });
  }
}
