/** −{A, B}/2 of matrices between orbitals: what electrons of the manifold lose of their weight to the levels outside, and the way back. */
import type { Groups } from './groups.ts';
import { addWithConjugate, type SpinMatrix, setElement } from './spin-matrix.ts';

/** Groups of a, e and b in Σ_e A_ae B_eb outside which there are zeros. */
type Triples = readonly (readonly [a: number, e: number, b: number])[];

/** Σ_e A_ae B_eb over `from` ≤ e < `to` into out: u, then the vector. */
type Product = (
  left: SpinMatrix,
  right: SpinMatrix,
  a: number,
  b: number,
  from: number,
  to: number,
  out: Float64Array,
) => void;

/** Adds −{A, B}/2 to `out`; `parity`: 1 where that is even, −1 where it is odd. */
export function addHalfAnticommutator(
  { orbitalStart }: Groups,
  triples: Triples,
  [left, right]: readonly [SpinMatrix, SpinMatrix],
  product: Product,
  parity: number,
  out: SpinMatrix,
): void {
  const element = new Float64Array(4);
  for (const [p, middle, q] of triples)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1]; b++) {
        product(left, right, a, b, orbitalStart[middle], orbitalStart[middle + 1], element);
        addWithConjugate(out, a, b, parity, -0.5, element);
      }
}

/** (σ·g + id)(u + iσ·v) = σ·(ug − g × v − dv) + i(g·v + du). */
export const oddTimesEven: Product = (left, right, a, b, from, to, out) => {
  const { size } = left;
  let [s, x, y, z] = [0, 0, 0, 0];
  for (let e = from, k = a * size + from, l = from * size + b; e < to; e++, k++, l += size) {
    const d = left.u[k];
    const gx = left.x[k];
    const gy = left.y[k];
    const gz = left.z[k];
    const u = right.u[l];
    const vx = right.x[l];
    const vy = right.y[l];
    const vz = right.z[l];
    s += gx * vx + gy * vy + gz * vz + d * u;
    x += u * gx - (gy * vz - gz * vy) - d * vx;
    y += u * gy - (gz * vx - gx * vz) - d * vy;
    z += u * gz - (gx * vy - gy * vx) - d * vz;
  }
  setElement(out, s, x, y, z);
};

/** (σ·g + id)(σ·h) = g·h + iσ·(g × h + dh): the factor on the right has no scalar part. */
export const oddTimesVector: Product = (left, right, a, b, from, to, out) => {
  const { size } = left;
  let [s, x, y, z] = [0, 0, 0, 0];
  for (let e = from, k = a * size + from, l = from * size + b; e < to; e++, k++, l += size) {
    const d = left.u[k];
    const gx = left.x[k];
    const gy = left.y[k];
    const gz = left.z[k];
    const hx = right.x[l];
    const hy = right.y[l];
    const hz = right.z[l];
    s += gx * hx + gy * hy + gz * hz;
    x += gy * hz - gz * hy + d * hx;
    y += gz * hx - gx * hz + d * hy;
    z += gx * hy - gy * hx + d * hz;
  }
  setElement(out, s, x, y, z);
};
