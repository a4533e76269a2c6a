/** The attention sum u_i = Σ_j ReLU(q_i · k_j) v_j and the way back, scores computed again: kernels/attention/attend*.ts. */
import type { Network } from '../network.ts';
import type { Projections } from './projections.ts';

export function attend({ siteCount, window }: Network, [q, k, v]: Projections, out: Float64Array): void {
  for (let i = 0; i < siteCount; i++) {
    const [qx, qy, qz] = [q[3 * i], q[3 * i + 1], q[3 * i + 2]];
    const end = window ? window.start[i + 1] : siteCount;
    let x = 0;
    let y = 0;
    let z = 0;
    for (let e = window ? window.start[i] : 0; e < end; e++) {
      const j = 3 * (window ? window.entry[e] : e);
      const score = qx * k[j] + qy * k[j + 1] + qz * k[j + 2];
      const weight = score > 0 ? score : 0;
      x += weight * v[j];
      y += weight * v[j + 1];
      z += weight * v[j + 2];
    }
    out[3 * i] = x;
    out[3 * i + 1] = y;
    out[3 * i + 2] = z;
  }
}

/** Sums over even and over odd rows, apart as in the lanes of the kernel. */
export interface AdjointLanes {
  readonly k: readonly [Float64Array, Float64Array];
  readonly v: readonly [Float64Array, Float64Array];
}

/** The way back from g = ∂E/∂u to ∂E/∂S̃ of Q (before its scaling), K and V. */
export function attendAdjoint(
  network: Network,
  projections: Projections,
  g: Float64Array,
  lanes: AdjointLanes,
  out: Projections,
): void {
  for (const field of [...lanes.k, ...lanes.v]) field.fill(0);
  for (let i = 0; i < network.siteCount; i++) {
    attendRowAdjoint(network, projections, g, i, lanes.k[i & 1], lanes.v[i & 1], out[0]);
  }
  for (let c = 0; c < g.length; c++) {
    out[1][c] = lanes.k[0][c] + lanes.k[1][c];
    out[2][c] = lanes.v[0][c] + lanes.v[1][c];
  }
}

function attendRowAdjoint(
  { siteCount, window, scale }: Network,
  [q, k, v]: Projections,
  g: Float64Array,
  i: number,
  adjointK: Float64Array,
  adjointV: Float64Array,
  adjointQ: Float64Array,
): void {
  const [qx, qy, qz] = [q[3 * i], q[3 * i + 1], q[3 * i + 2]];
  const [gx, gy, gz] = [g[3 * i], g[3 * i + 1], g[3 * i + 2]];
  const end = window ? window.start[i + 1] : siteCount;
  let x = 0;
  let y = 0;
  let z = 0;
  for (let e = window ? window.start[i] : 0; e < end; e++) {
    const j = 3 * (window ? window.entry[e] : e);
    const score = qx * k[j] + qy * k[j + 1] + qz * k[j + 2];
    const weight = score > 0 ? score : 0;
    const slope = score > 0 ? gx * v[j] + gy * v[j + 1] + gz * v[j + 2] : 0;
    x += slope * k[j];
    y += slope * k[j + 1];
    z += slope * k[j + 2];
    adjointK[j] += slope * qx;
    adjointK[j + 1] += slope * qy;
    adjointK[j + 2] += slope * qz;
    adjointV[j] += weight * gx;
    adjointV[j + 1] += weight * gy;
    adjointV[j + 2] += weight * gz;
  }
  adjointQ[3 * i] = scale * x;
  adjointQ[3 * i + 1] = scale * y;
  adjointQ[3 * i + 2] = scale * z;
}
