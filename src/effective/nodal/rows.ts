/** A 3-vector for every orbital and site, and sums over sites of one index. */
import type { Groups, Links } from './groups.ts';
import type { SiteMatrix } from './orbitals.ts';

/** (m × N) row by row, for each component. */
export interface VectorRows {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

export function newRows({ orbitals }: Groups): VectorRows {
  return {
    x: new Float64Array(orbitals.length),
    y: new Float64Array(orbitals.length),
    z: new Float64Array(orbitals.length),
  };
}

export function clear({ x, y, z }: VectorRows): void {
  x.fill(0);
  y.fill(0);
  z.fill(0);
}

/** A_a(i) = φ_a(i) s_i. */
export function fillVertices({ orbitals, siteOrder }: Groups, spins: Float64Array, out: VectorRows): void {
  const count = siteOrder.length;
  for (let p = 0; p < orbitals.length; p++) {
    const site = 3 * (p % count);
    out.x[p] = orbitals[p] * spins[site];
    out.y[p] = orbitals[p] * spins[site + 1];
    out.z[p] = orbitals[p] * spins[site + 2];
  }
}

/** ds_i += Σ_a φ_a(i) dA_a(i). */
export function collectVertices({ orbitals, siteOrder }: Groups, rows: VectorRows, out: Float64Array): void {
  const count = siteOrder.length;
  for (let p = 0; p < orbitals.length; p++) {
    const site = 3 * (p % count);
    out[site] += orbitals[p] * rows.x[p];
    out[site + 1] += orbitals[p] * rows.y[p];
    out[site + 2] += orbitals[p] * rows.z[p];
  }
}

/** B_a(j) = Σ_i A_a(i) G(i, j) for A that are zero outside the group of their orbital. */
export function propagate(groups: Groups, links: Links, matrix: SiteMatrix, rows: VectorRows, out: VectorRows): void {
  const { siteStart, orbitalStart, siteOrder } = groups;
  const count = siteOrder.length;
  const { x: ax, y: ay, z: az } = rows;
  const { x: bx, y: by, z: bz } = out;
  clear(out);
  for (const [p, q] of links) {
    const [from, to] = [siteStart[q], siteStart[q + 1]];
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let i = siteStart[p]; i < siteStart[p + 1]; i++) {
        const x = ax[a * count + i];
        const y = ay[a * count + i];
        const z = az[a * count + i];
        for (let j = from, g = i * count + from, b = a * count + from; j < to; j++, g++, b++) {
          const value = matrix[g];
          bx[b] += x * value;
          by[b] += y * value;
          bz[b] += z * value;
        }
      }
  }
}

/** dA_a(i) += Σ_j G(i, j) dB_a(j): the way back of `propagate`. */
export function propagateBack(
  groups: Groups,
  links: Links,
  matrix: SiteMatrix,
  rows: VectorRows,
  out: VectorRows,
): void {
  const { siteStart, orbitalStart, siteOrder } = groups;
  const count = siteOrder.length;
  const { x: bx, y: by, z: bz } = rows;
  const { x: ax, y: ay, z: az } = out;
  for (const [p, q] of links) {
    const [from, to] = [siteStart[q], siteStart[q + 1]];
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let i = siteStart[p]; i < siteStart[p + 1]; i++) {
        let x = 0;
        let y = 0;
        let z = 0;
        for (let j = from, g = i * count + from, b = a * count + from; j < to; j++, g++, b++) {
          const value = matrix[g];
          x += value * bx[b];
          y += value * by[b];
          z += value * bz[b];
        }
        ax[a * count + i] += x;
        ay[a * count + i] += y;
        az[a * count + i] += z;
      }
  }
}

/** K(i, j) = Σ_a A_a(i)·C_a(j) on the linked pairs of groups: the derivative of Σ_a B_a·C_a with respect to G. */
export function overlaps(groups: Groups, links: Links, rows: VectorRows, others: VectorRows, out: SiteMatrix): void {
  const { siteStart, orbitalStart, siteOrder } = groups;
  const count = siteOrder.length;
  const { x: ax, y: ay, z: az } = rows;
  const { x: cx, y: cy, z: cz } = others;
  for (const [p, q] of links) {
    const [from, to] = [siteStart[q], siteStart[q + 1]];
    for (let i = siteStart[p]; i < siteStart[p + 1]; i++) {
      out.fill(0, i * count + from, i * count + to);
      for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++) {
        const x = ax[a * count + i];
        const y = ay[a * count + i];
        const z = az[a * count + i];
        for (let j = from, k = i * count + from, b = a * count + from; j < to; j++, k++, b++)
          out[k] += x * cx[b] + y * cy[b] + z * cz[b];
      }
    }
  }
}

/** Σ_ij K(i, j) G(i, j) over the linked pairs of groups. */
export function contraction({ siteStart, siteOrder }: Groups, links: Links, a: SiteMatrix, b: SiteMatrix): number {
  const count = siteOrder.length;
  let sum = 0;
  for (const [p, q] of links)
    for (let i = siteStart[p]; i < siteStart[p + 1]; i++)
      for (let j = siteStart[q], k = i * count + j; j < siteStart[q + 1]; j++, k++) sum += a[k] * b[k];
  return sum;
}
