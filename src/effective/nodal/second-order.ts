/**
 * Products A G A of even order: (A G A)_ab = Σ_ij (A_a(i)·σ) G(i, j) (A_b(j)·σ) = Σ_j B_a·A_b + iσ·(B_a × A_b) with B = A G, G real and symmetric.
 *
 * Derivatives: with f the derivative of E with respect to the Hermitian blocks, dE = 2 Σ_ab (u_ab dU_ab + v_ab·dV_ab).
 */
import type { Groups, Links } from './groups.ts';
import { addHermitian } from './hermitian.ts';
import type { VectorRows } from './rows.ts';
import { type SpinMatrix, setElement } from './spin-matrix.ts';

/** Adds A G A to `out`. */
export function addEvenProduct(
  groups: Groups,
  links: Links,
  vertices: VectorRows,
  propagated: VectorRows,
  out: SpinMatrix,
): void {
  const triples = links.map(([p, q]) => [p, q, q] as const);
  addHermitian(groups, triples, 1, out, (a, b, from, to, element) =>
    evenElement(propagated, vertices, a, b, from, to, element),
  );
}

/** Σ_j B·A and Σ_j B × A of two rows that begin at `left` and `right`. */
function evenElement(
  { x: bx, y: by, z: bz }: VectorRows,
  { x: ax, y: ay, z: az }: VectorRows,
  left: number,
  right: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  let [s, x, y, z] = [0, 0, 0, 0];
  for (let j = from, k = left + from, l = right + from; j < to; j++, k++, l++) {
    s += bx[k] * ax[l] + by[k] * ay[l] + bz[k] * az[l];
    x += by[k] * az[l] - bz[k] * ay[l];
    y += bz[k] * ax[l] - bx[k] * az[l];
    z += bx[k] * ay[l] - by[k] * ax[l];
  }
  setElement(out, s, x, y, z);
}

/**
 * out_a(j) += factor Σ_b (u_ab r_b − v_ab × r_b). From propagated rows B, on the sites of the group of a and four times, that is dA; from vertices A, on those of
 * the group of b and twice, it is C with which Tr f A G A = Σ_a B_a·C_a.
 */
export function addTurnedRows(
  { siteStart, orbitalStart, siteOrder }: Groups,
  links: Links,
  { size, u, x, y, z }: SpinMatrix,
  rows: VectorRows,
  { sites, factor }: { readonly sites: 'of a' | 'of b'; readonly factor: number },
  out: VectorRows,
): void {
  const count = siteOrder.length;
  for (const [p, q] of links) {
    const group = sites === 'of a' ? p : q;
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1]; b++) {
        const e = a * size + b;
        const turn = { u: factor * u[e], x: -factor * x[e], y: -factor * y[e], z: -factor * z[e] };
        addTurned(turn, rows, b * count, out, a * count, siteStart[group], siteStart[group + 1]);
      }
  }
}

/** out(j) += u r(j) + v × r(j), of rows that begin at `target` and `source`. */
function addTurned(
  { u, x: vx, y: vy, z: vz }: { readonly u: number; readonly x: number; readonly y: number; readonly z: number },
  { x: rx, y: ry, z: rz }: VectorRows,
  source: number,
  { x: ox, y: oy, z: oz }: VectorRows,
  target: number,
  from: number,
  to: number,
): void {
  for (let j = from, t = target + from, s = source + from; j < to; j++, t++, s++) {
    const x = rx[s];
    const y = ry[s];
    const z = rz[s];
    ox[t] += u * x + vy * z - vz * y;
    oy[t] += u * y + vz * x - vx * z;
    oz[t] += u * z + vx * y - vy * x;
  }
}
