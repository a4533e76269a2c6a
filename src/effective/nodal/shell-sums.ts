/** P_s S: sums over the shells around every site, for the linear form and the smeared vertex. */
import type { Lattice } from '../../lattice/lattice.ts';
import { neighbourRows } from '../shells.ts';

export interface ShellSums {
  /** Σ_{δ∈s} S_{i+δ} into out[s] (3N), sites in the order of `order`; shell 0, the site itself, comes first. */
  apply(spins: Float64Array, out: readonly Float64Array[]): void;
  /** The way back, which is the same sum: dS += Σ_s w_s P_s v. */
  addBack(weights: Float64Array, vectors: Float64Array, out: Float64Array): void;
}

/** The shell sums of a lattice. `spins` and vectors by new numbers of sites: site order[i] of the lattice is number i. */
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
  const add = (s: number, factor: number, vectors: Float64Array, out: Float64Array) => {
    for (let i = 0; i < order.length; i++) addSum(vectors, neighbours[i][s - 1], factor, out, 3 * i);
  };
  return {
    apply(spins, out) {
      out[0].set(spins);
      for (let s = 1; s <= shells.length; s++) {
        out[s].fill(0);
        add(s, 1, spins, out[s]);
      }
    },
    addBack(weights, vectors, out) {
      for (let c = 0; c < out.length; c++) out[c] += weights[0] * vectors[c];
      for (let s = 1; s <= shells.length; s++) add(s, weights[s], vectors, out);
    },
  };
}

/** out[at …] += factor Σ of the vectors of some sites. */
function addSum(vectors: Float64Array, sites: Int32Array, factor: number, out: Float64Array, at: number): void {
  let [x, y, z] = [0, 0, 0];
  for (let k = 0; k < sites.length; k++) {
    const c = 3 * sites[k];
    x += vectors[c];
    y += vectors[c + 1];
    z += vectors[c + 2];
  }
  out[at] += factor * x;
  out[at + 1] += factor * y;
  out[at + 2] += factor * z;
}
