/** P_s S: sums over the shells around every site, for the linear form and the smeared vertex. */
import type { Lattice } from '../../lattice/lattice.ts';
import { neighbourRows } from '../shells.ts';

export interface ShellSums {
  /** Σ_{δ∈s} S_{i+δ} into out[s] (3N), sites in the order of `order`; shell 0, the site itself, comes first. */
  apply(spins: Float64Array, out: readonly Float64Array[]): void;
  /** The way back, which is the same sum: dS += Σ_s w_s P_s v. */
  addBack(weights: Float64Array, vectors: Float64Array, out: Float64Array): void;
}

/** `spins` and vectors by new numbers of sites: site order[i] of the lattice is number i. */
export function shellSums(lattice: Lattice, shells: readonly number[], order: readonly number[]): ShellSums {
  const number = new Int32Array(order.length);
  order.forEach((site, i) => {
    number[site] = i;
  });
  const { start, entry } = neighbourRows(lattice, shells);
  const neighbours = order.map((site) =>
    shells.map((_, s) => {
      const row = site * shells.length + s;
      return entry.subarray(start[row], start[row + 1]).map((other) => number[other]);
    }),
  );
  return {
    apply(spins, out) {
      out[0].set(spins);
      for (let s = 1; s <= shells.length; s++)
        for (let i = 0; i < order.length; i++) sumInto(spins, neighbours[i][s - 1], 1, out[s], 3 * i, true);
    },
    addBack(weights, vectors, out) {
      for (let c = 0; c < out.length; c++) out[c] += weights[0] * vectors[c];
      for (let s = 1; s <= shells.length; s++)
        for (let i = 0; i < order.length; i++) sumInto(vectors, neighbours[i][s - 1], weights[s], out, 3 * i, false);
    },
  };
}

/** out[at …] = or += factor Σ of the vectors of some sites. */
function sumInto(
  vectors: Float64Array,
  sites: Int32Array,
  factor: number,
  out: Float64Array,
  at: number,
  replaces: boolean,
): void {
  let [x, y, z] = [0, 0, 0];
  for (let k = 0; k < sites.length; k++) {
    const c = 3 * sites[k];
    x += vectors[c];
    y += vectors[c + 1];
    z += vectors[c + 2];
  }
  out[at] = factor * x + (replaces ? 0 : out[at]);
  out[at + 1] = factor * y + (replaces ? 0 : out[at + 1]);
  out[at + 2] = factor * z + (replaces ? 0 : out[at + 2]);
}
