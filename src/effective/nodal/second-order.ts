/**
 * Products A G A of even order: (A G A)_ab = Σ_ij (A_a(i)·σ) G(i, j) (A_b(j)·σ) = Σ_j B_a·A_b + iσ·(B_a × A_b) with B = A G, G real and symmetric.
 *
 * Derivatives: with f the derivative of E with respect to the Hermitian blocks, dE = 2 Σ_ab (u_ab dU_ab + v_ab·dV_ab).
 */
import type { Groups, Links } from './groups.ts';
import type { VectorRows } from './rows.ts';
import type { SpinMatrix } from './spin-matrix.ts';

/** Adds A G A to `out`. */
export function addEvenProduct(
  { siteStart, orbitalStart, siteOrder }: Groups,
  links: Links,
  vertices: VectorRows,
  propagated: VectorRows,
  out: SpinMatrix,
): void {
  const count = siteOrder.length;
  for (const [p, q] of links) {
    if (q > p) continue;
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1] && b <= a; b++)
        addEvenElement(vertices, propagated, a, b, count, siteStart[q], siteStart[q + 1], out);
  }
}

function addEvenElement(
  vertices: VectorRows,
  propagated: VectorRows,
  a: number,
  b: number,
  count: number,
  from: number,
  to: number,
  { size, u, x, y, z }: SpinMatrix,
): void {
  const { x: px, y: py, z: pz } = propagated;
  const { x: qx, y: qy, z: qz } = vertices;
  let [s, vx, vy, vz] = [0, 0, 0, 0];
  for (let j = from, k = a * count + from, l = b * count + from; j < to; j++, k++, l++) {
    const bx = px[k];
    const by = py[k];
    const bz = pz[k];
    const ax = qx[l];
    const ay = qy[l];
    const az = qz[l];
    s += bx * ax + by * ay + bz * az;
    vx += by * az - bz * ay;
    vy += bz * ax - bx * az;
    vz += bx * ay - by * ax;
  }
  const [lower, upper] = [a * size + b, b * size + a];
  u[lower] += s;
  x[lower] += vx;
  y[lower] += vy;
  z[lower] += vz;
  if (a === b) return;
  u[upper] += s;
  x[upper] -= vx;
  y[upper] -= vy;
  z[upper] -= vz;
}

/** dA_b(j) += 4 Σ_a (u_ab B_a + v_ab × B_a): B depends on A as well, and G is symmetric. */
export function evenProductBack(
  { siteStart, orbitalStart, siteOrder }: Groups,
  links: Links,
  { size, u, x, y, z }: SpinMatrix,
  propagated: VectorRows,
  out: VectorRows,
): void {
  const count = siteOrder.length;
  for (const [p, q] of links)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1]; b++) {
        const e = a * size + b;
        addTurned(
          out,
          b * count,
          propagated,
          a * count,
          siteStart[q],
          siteStart[q + 1],
          4 * u[e],
          4 * x[e],
          4 * y[e],
          4 * z[e],
        );
      }
}

/** C_a(j) = 2 Σ_b (u_ab A_b − v_ab × A_b), with which the energy Tr f A G A is Σ_a B_a·C_a. */
export function evenProductDual(
  { siteStart, orbitalStart, siteOrder }: Groups,
  links: Links,
  { size, u, x, y, z }: SpinMatrix,
  vertices: VectorRows,
  out: VectorRows,
): void {
  const count = siteOrder.length;
  for (const [p, q] of links)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1]; b++) {
        const e = a * size + b;
        addTurned(
          out,
          a * count,
          vertices,
          b * count,
          siteStart[q],
          siteStart[q + 1],
          2 * u[e],
          -2 * x[e],
          -2 * y[e],
          -2 * z[e],
        );
      }
}

/** out(j) += u r(j) + v × r(j). */
function addTurned(
  out: VectorRows,
  target: number,
  rows: VectorRows,
  source: number,
  from: number,
  to: number,
  u: number,
  vx: number,
  vy: number,
  vz: number,
): void {
  const { x: rx, y: ry, z: rz } = rows;
  const { x: ox, y: oy, z: oz } = out;
  for (let j = from, t = target + from, s = source + from; j < to; j++, t++, s++) {
    const x = rx[s];
    const y = ry[s];
    const z = rz[s];
    ox[t] += u * x + vy * z - vz * y;
    oy[t] += u * y + vz * x - vx * z;
    oz[t] += u * z + vx * y - vy * x;
  }
}
