/** −{H_1, X}/2: what electrons of the manifold lose of their weight to the levels outside. H_1 = σ·v is odd, X even. */
import type { Groups, Links } from './groups.ts';
import type { SpinMatrix } from './spin-matrix.ts';

/** Adds −{H_1, X}/2 to `out`, which is odd. `links`: those of X; H_1 stays within groups. */
export function addRenormalisation(
  { orbitalStart }: Groups,
  links: Links,
  first: SpinMatrix,
  even: SpinMatrix,
  out: SpinMatrix,
): void {
  const { size } = first;
  for (const [p, q] of links)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1]; b++) {
        let [s, vx, vy, vz] = [0, 0, 0, 0];
        for (
          let e = orbitalStart[p], k = a * size + e, l = e * size + b;
          e < orbitalStart[p + 1];
          e++, k++, l += size
        ) {
          const gx = first.x[k];
          const gy = first.y[k];
          const gz = first.z[k];
          const u = even.u[l];
          const x = even.x[l];
          const y = even.y[l];
          const z = even.z[l];
          s += gx * x + gy * y + gz * z;
          vx += u * gx - (gy * z - gz * y);
          vy += u * gy - (gz * x - gx * z);
          vz += u * gz - (gx * y - gy * x);
        }
        subtractHalf(out, a, b, -1, s, vx, vy, vz);
      }
}

/** Subtracts half of an element and of its Hermitian conjugate; `parity`: of u under a ↔ b, that of v is the opposite. */
function subtractHalf(
  { size, u, x, y, z }: SpinMatrix,
  a: number,
  b: number,
  parity: number,
  s: number,
  vx: number,
  vy: number,
  vz: number,
): void {
  const [direct, swapped] = [a * size + b, b * size + a];
  u[direct] -= s / 2;
  x[direct] -= vx / 2;
  y[direct] -= vy / 2;
  z[direct] -= vz / 2;
  u[swapped] -= (parity * s) / 2;
  x[swapped] += (parity * vx) / 2;
  y[swapped] += (parity * vy) / 2;
  z[swapped] += (parity * vz) / 2;
}

/** f_1 − {f, X}/2 within groups, vectors alone: the derivative with respect to H_1 that f, the odd one with respect to −{H_1, X}/2, adds to f_1. */
export function renormalisationBackToFirst(
  { orbitalStart }: Groups,
  links: Links,
  odd: SpinMatrix,
  even: SpinMatrix,
  out: SpinMatrix,
): void {
  const { size } = odd;
  for (const [q, p] of links)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[p]; b < orbitalStart[p + 1]; b++) {
        let [vx, vy, vz] = [0, 0, 0];
        for (
          let e = orbitalStart[q], k = a * size + e, l = e * size + b;
          e < orbitalStart[q + 1];
          e++, k++, l += size
        ) {
          const d = odd.u[k];
          const gx = odd.x[k];
          const gy = odd.y[k];
          const gz = odd.z[k];
          const u = even.u[l];
          const x = even.x[l];
          const y = even.y[l];
          const z = even.z[l];
          vx += u * gx - (gy * z - gz * y) - d * x;
          vy += u * gy - (gz * x - gx * z) - d * y;
          vz += u * gz - (gx * y - gy * x) - d * z;
        }
        subtractHalf(out, a, b, -1, 0, vx, vy, vz);
      }
}

/** −{f, H_1}/2, the derivative with respect to X: replaces `out`, which is even. */
export function renormalisationBackToEven(
  { orbitalStart }: Groups,
  links: Links,
  odd: SpinMatrix,
  first: SpinMatrix,
  out: SpinMatrix,
): void {
  const { size } = odd;
  for (const part of [out.u, out.x, out.y, out.z]) part.fill(0);
  for (const [p, q] of links)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1]; b++) {
        let [s, vx, vy, vz] = [0, 0, 0, 0];
        for (
          let e = orbitalStart[q], k = a * size + e, l = e * size + b;
          e < orbitalStart[q + 1];
          e++, k++, l += size
        ) {
          const d = odd.u[k];
          const cx = odd.x[k];
          const cy = odd.y[k];
          const cz = odd.z[k];
          const gx = first.x[l];
          const gy = first.y[l];
          const gz = first.z[l];
          s += cx * gx + cy * gy + cz * gz;
          vx += cy * gz - cz * gy + d * gx;
          vy += cz * gx - cx * gz + d * gy;
          vz += cx * gy - cy * gx + d * gz;
        }
        subtractHalf(out, a, b, 1, s, vx, vy, vz);
      }
}
