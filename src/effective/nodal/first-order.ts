/** H_1 = Σ_i φ_a(i) φ_b(i) s̃_i·σ between orbitals of one group. */
import type { Workspace } from './nodal-workspace.ts';
import { forGroups } from './steps.ts';

/** Writes H_1 from the smeared spins to `first`; and adds ds̃_i = 2 Σ_ab v_ab φ_a(i) φ_b(i) to the smeared slope, v that of `firstDensity`. */
export function firstOrder(w: Workspace) {
  const { siteCount, width } = w.packing;
  const { orbitals, smeared, smearedVertices, rowScratch, smearedSlope } = w.arrays;
  const shape = { siteCount, width, orbitals };
  const vertices = w.kernels.vertices({ ...shape, vectors: smeared, out: smearedVertices });
  const collection = w.kernels.collection({ ...shape, rows: rowScratch, factor: 2, out: smearedSlope });
  const products = forGroups(w, (p) => blockProduct(w, p));
  const images = forGroups(w, (p) => imageProduct(w, p));
  return {
    build() {
      vertices();
      for (const product of products) product();
    },
    back() {
      for (const image of images) image();
      collection();
    },
  };
}

/** The vectors Σ_i φ_a φ_b s̃_i; scalars of H_1 stay 0. */
function blockProduct({ kernels, packing: { groupSize, width }, arrays }: Workspace, p: number) {
  const site = p * groupSize;
  return kernels.product({
    left: { array: arrays.orbitals, start: site * width, row: 1, column: width },
    right: { array: arrays.smearedVertices, start: 3 * site * width, row: 3 * width },
    out: { array: arrays.first, start: (4 * p * width + 1) * width, row: 4 * width },
    shape: { rows: width, inner: groupSize, columns: 3 * width },
  });
}

/** Σ_b φ_b v_ba by site. */
function imageProduct({ kernels, packing: { groupSize, width }, arrays }: Workspace, p: number) {
  const site = p * groupSize;
  return kernels.product({
    left: { array: arrays.orbitals, start: site * width, row: width },
    right: { array: arrays.firstDensity, start: (4 * p * width + 1) * width, row: 4 * width },
    out: { array: arrays.rowScratch, start: 3 * site * width, row: 3 * width },
    shape: { rows: groupSize, inner: width, columns: 3 * width },
  });
}
