/**
 * The way back through u_i = Σ_j ReLU(q_i · k_j) v_j with g = ∂E/∂u: scores are computed again instead of stored, and
 *
 *   ∂E/∂q_i = Σ_j d_ij k_j,  ∂E/∂k_j = Σ_i d_ij q_i,  ∂E/∂v_j = Σ_i a_ij g_i,  a = ReLU(m),  d_ij = g_i · v_j where m_ij > 0, else 0.
 *
 * Lanes hold an even and an odd row; sums over i stay split by lane until the end.
 */
import { add, mul, zero } from '../numeric/vectors';
import { dotKey, lanesOf } from './attend';
import { Network } from './network';

/** The way back where all rows attend to all sites. Reads `adjointRows`, writes `rows` and `adjointLanes`. */
export function attendAllAdjoint(network: Network, block: i32): void {
  const queries = network.queries + 24 * <usize>(network.rowCount * block);
  const keys = network.keys + 48 * <usize>(network.siteCount * block);
  const end = keys + 48 * <usize>network.siteCount;
  const size: usize = 24 * <usize>network.rowCount;
  memory.fill(network.adjointLanes, 0, 96 * <usize>network.siteCount);
  for (let row: usize = 0; row < size; row += 48) {
    const query = queries + row;
    const adjoint = network.adjointRows + row;
    const qx = v128.load(query), qy = v128.load(query, 16), qz = v128.load(query, 32);
    const gx = v128.load(adjoint), gy = v128.load(adjoint, 16), gz = v128.load(adjoint, 32);
    let x = zero(), y = zero(), z = zero();
    let lanes = network.adjointLanes;
    for (let key = keys; key < end; key += 48) {
      const kx = v128.load64_splat(key), ky = v128.load64_splat(key, 8), kz = v128.load64_splat(key, 16);
      const vx = v128.load64_splat(key, 24), vy = v128.load64_splat(key, 32), vz = v128.load64_splat(key, 40);
      const m = add(add(mul(qx, kx), mul(qy, ky)), mul(qz, kz));
      const open = f64x2.gt(m, zero());
      const a = v128.and(open, m);
      const d = v128.and(open, add(add(mul(gx, vx), mul(gy, vy)), mul(gz, vz)));
      x = add(x, mul(d, kx));
      y = add(y, mul(d, ky));
      z = add(z, mul(d, kz));
      v128.store(lanes, add(v128.load(lanes), mul(d, qx)));
      v128.store(lanes, add(v128.load(lanes, 16), mul(d, qy)), 16);
      v128.store(lanes, add(v128.load(lanes, 32), mul(d, qz)), 32);
      v128.store(lanes, add(v128.load(lanes, 48), mul(a, gx)), 48);
      v128.store(lanes, add(v128.load(lanes, 64), mul(a, gy)), 64);
      v128.store(lanes, add(v128.load(lanes, 80), mul(a, gz)), 80);
      lanes += 96;
    }
    const to = network.rows + row;
    v128.store(to, x);
    v128.store(to, y, 16);
    v128.store(to, z, 32);
  }
}

/** The way back where rows attend to the sites of their windows, in the order of `attendWindow`. */
export function attendWindowAdjoint(network: Network, block: i32): void {
  const queries = network.queries + 24 * <usize>(network.rowCount * block);
  const keys = network.keys + 48 * <usize>(network.siteCount * block);
  const size: usize = 24 * <usize>network.rowCount;
  let entry = network.windowSite;
  let end = network.windowStart;
  memory.fill(network.adjointLanes, 0, 96 * <usize>network.siteCount);
  for (let row: usize = 0; row < size; row += 48) {
    const query = queries + row;
    const adjoint = network.adjointRows + row;
    const gx = v128.load(adjoint), gy = v128.load(adjoint, 16), gz = v128.load(adjoint, 32);
    let x = zero(), y = zero(), z = zero();
    for (let part = 0; part < 3; part++) {
      end += 4;
      const last = network.windowSite + ((<usize>load<i32>(end)) << 2);
      const inPart = lanesOf(part);
      const qx = v128.and(inPart, v128.load(query)), qy = v128.and(inPart, v128.load(query, 16));
      const qz = v128.and(inPart, v128.load(query, 32));
      for (; entry < last; entry += 4) {
        const j = <usize>load<i32>(entry);
        const key = keys + 48 * j;
        const kx = v128.load64_splat(key), ky = v128.load64_splat(key, 8), kz = v128.load64_splat(key, 16);
        const m = add(add(mul(qx, kx), mul(qy, ky)), mul(qz, kz));
        const open = f64x2.gt(m, zero());
        const a = v128.and(open, m);
        const d = v128.and(open, dotKey(gx, gy, gz, key + 24));
        x = add(x, mul(d, kx));
        y = add(y, mul(d, ky));
        z = add(z, mul(d, kz));
        const lanes = network.adjointLanes + 96 * j;
        v128.store(lanes, add(v128.load(lanes), mul(d, qx)));
        v128.store(lanes, add(v128.load(lanes, 16), mul(d, qy)), 16);
        v128.store(lanes, add(v128.load(lanes, 32), mul(d, qz)), 32);
        v128.store(lanes, add(v128.load(lanes, 48), mul(a, gx)), 48);
        v128.store(lanes, add(v128.load(lanes, 64), mul(a, gy)), 64);
        v128.store(lanes, add(v128.load(lanes, 80), mul(a, gz)), 80);
      }
    }
    const to = network.rows + row;
    v128.store(to, x);
    v128.store(to, y, 16);
    v128.store(to, z, 32);
  }
}
