/**
 * Products A G s G A of odd order: Σ_j (B_a·σ)(s_j·σ)(B_b·σ) with B = A G. With p = B_a·s and w = B_a × s a product of two is p + iσ·w, and of three
 * σ·(p B_b − w × B_b) + i w·B_b.
 */
import type { Groups, Links } from './groups.ts';
import { addHermitian, type SiteTriples } from './hermitian.ts';
import type { VectorRows } from './rows.ts';
import { type SpinMatrix, setElement } from './spin-matrix.ts';

/** Groups r that both p and q are linked to: sites in the middle. */
export function middlesOf(links: Links): SiteTriples {
  return links.flatMap(([p, r]) => links.filter(([, other]) => other === r).map(([q]) => [p, q, r] as const));
}

/** Adds A G s G A to `out`. */
export function addOddProduct(
  groups: Groups,
  middles: SiteTriples,
  spins: Float64Array,
  rows: VectorRows,
  out: SpinMatrix,
): void {
  addHermitian(groups, middles, -1, out, (a, b, from, to, element) => oddElement(rows, spins, a, b, from, to, element));
}

function oddElement(
  { x: rx, y: ry, z: rz }: VectorRows,
  spins: Float64Array,
  left: number,
  right: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  let [s, x, y, z] = [0, 0, 0, 0];
  for (let j = from, k = left + from, l = right + from; j < to; j++, k++, l++) {
    const sx = spins[3 * j];
    const sy = spins[3 * j + 1];
    const sz = spins[3 * j + 2];
    const p = rx[k] * sx + ry[k] * sy + rz[k] * sz;
    const wx = ry[k] * sz - rz[k] * sy;
    const wy = rz[k] * sx - rx[k] * sz;
    const wz = rx[k] * sy - ry[k] * sx;
    s += wx * rx[l] + wy * ry[l] + wz * rz[l];
    x += p * rx[l] - wy * rz[l] + wz * ry[l];
    y += p * ry[l] - wz * rx[l] + wx * rz[l];
    z += p * rz[l] - wx * ry[l] + wy * rx[l];
  }
  setElement(out, s, x, y, z);
}

/** Y_a = y_0 + iσ·y = Σ_b (B_b·σ) f_ba with f = σ·v + iu: of the sites in the middle. */
interface Transported extends VectorRows {
  readonly scalar: Float64Array;
}

function transport(
  { siteStart, orbitalStart, siteOrder }: Groups,
  middles: SiteTriples,
  { size, u, x, y, z }: SpinMatrix,
  rows: VectorRows,
  out: Transported,
): void {
  const count = siteOrder.length;
  const { x: rx, y: ry, z: rz } = rows;
  const { scalar, x: ox, y: oy, z: oz } = out;
  for (const part of [out.scalar, out.x, out.y, out.z]) part.fill(0);
  for (const [p, q, r] of middles)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1]; b++) {
        const e = b * size + a;
        const s = u[e];
        const vx = x[e];
        const vy = y[e];
        const vz = z[e];
        const end = a * count + siteStart[r + 1];
        for (let k = a * count + siteStart[r], l = b * count + siteStart[r]; k < end; k++, l++) {
          const bx = rx[l];
          const by = ry[l];
          const bz = rz[l];
          scalar[k] += bx * vx + by * vy + bz * vz;
          ox[k] += by * vz - bz * vy + s * bx;
          oy[k] += bz * vx - bx * vz + s * by;
          oz[k] += bx * vy - by * vx + s * bz;
        }
      }
}

/** dB_a = 4 (y_0 s − s × y) and ds_j += 2 Σ_a (y_0 B_a − y × B_a), for the energy Tr f A G s G A with G and A held. */
export function oddProductBack(
  groups: Groups,
  middles: SiteTriples,
  matrix: SpinMatrix,
  spins: Float64Array,
  rows: VectorRows,
  scratch: Transported,
  out: { readonly rows: VectorRows; readonly spins: Float64Array },
): void {
  const count = groups.siteOrder.length;
  transport(groups, middles, matrix, rows, scratch);
  const { scalar, x: tx, y: ty, z: tz } = scratch;
  const { x: rx, y: ry, z: rz } = rows;
  const { x: ox, y: oy, z: oz } = out.rows;
  const slope = out.spins;
  for (let k = 0, site = 0; k < rx.length; k++, site += 3) {
    if (site === 3 * count) site = 0;
    const u = scalar[k];
    const x = tx[k];
    const y = ty[k];
    const z = tz[k];
    const sx = spins[site];
    const sy = spins[site + 1];
    const sz = spins[site + 2];
    ox[k] = 4 * (u * sx - sy * z + sz * y);
    oy[k] = 4 * (u * sy - sz * x + sx * z);
    oz[k] = 4 * (u * sz - sx * y + sy * x);
    slope[site] += 2 * (u * rx[k] - y * rz[k] + z * ry[k]);
    slope[site + 1] += 2 * (u * ry[k] - z * rx[k] + x * rz[k]);
    slope[site + 2] += 2 * (u * rz[k] - x * ry[k] + y * rx[k]);
  }
}
