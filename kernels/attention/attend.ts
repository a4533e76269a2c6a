/**
 * The attention sum u_i = Σ_j ReLU(q_i · k_j) v_j: two rows i in the lanes of a vector, two vectors a pass, score and value in one loop.
 * Every row sums over j in ascending order, whatever the number of rows in a pass.
 */
import { add, mul, Network, splatAt, zero } from './network';

/** max(0, m); the scores are finite, which is seen to outside. */
// @ts-ignore: decorator
@inline
function rectify(m: v128): v128 {
  return f64x2.pmax(zero(), m);
}

/** All rows attend to all sites. */
export function attendAll(network: Network, block: i32): void {
  const queries = network.queries + 24 * <usize>(network.rowCount * block);
  const keys = network.keys + 48 * <usize>(network.siteCount * block);
  const end = keys + 48 * <usize>network.siteCount;
  const size: usize = 24 * <usize>network.rowCount;
  for (let row: usize = 0; row < size; row += 96) {
    const query = queries + row;
    const qx = v128.load(query), qy = v128.load(query, 16), qz = v128.load(query, 32);
    const px = v128.load(query, 48), py = v128.load(query, 64), pz = v128.load(query, 80);
    let ux = zero(), uy = zero(), uz = zero(), tx = zero(), ty = zero(), tz = zero();
    for (let key = keys; key < end; key += 48) {
      const kx = splatAt(key), ky = splatAt(key + 8), kz = splatAt(key + 16);
      const a = rectify(add(add(mul(qx, kx), mul(qy, ky)), mul(qz, kz)));
      const b = rectify(add(add(mul(px, kx), mul(py, ky)), mul(pz, kz)));
      const vx = splatAt(key + 24), vy = splatAt(key + 32), vz = splatAt(key + 40);
      ux = add(ux, mul(a, vx));
      uy = add(uy, mul(a, vy));
      uz = add(uz, mul(a, vz));
      tx = add(tx, mul(b, vx));
      ty = add(ty, mul(b, vy));
      tz = add(tz, mul(b, vz));
    }
    const to = network.rows + row;
    v128.store(to, ux);
    v128.store(to, uy, 16);
    v128.store(to, uz, 32);
    v128.store(to, tx, 48);
    v128.store(to, ty, 64);
    v128.store(to, tz, 80);
  }
}

/** Row i attends to the sites of its window. */
export function attendWindow(network: Network, block: i32): void {
  let query = network.queries + 24 * <usize>(network.rowCount * block);
  const keys = network.keys + 48 * <usize>(network.siteCount * block);
  let to = network.rows;
  let entry = network.windowSite;
  for (let i: usize = 0; i < <usize>network.siteCount; i++) {
    const last = network.windowSite + ((<usize>load<i32>(network.windowStart + ((i + 1) << 2))) << 2);
    const qx = load<f64>(query), qy = load<f64>(query, 16), qz = load<f64>(query, 32);
    let ux: f64 = 0, uy: f64 = 0, uz: f64 = 0;
    for (; entry < last; entry += 4) {
      const key = keys + 48 * <usize>load<i32>(entry);
      const m = qx * load<f64>(key) + qy * load<f64>(key, 8) + qz * load<f64>(key, 16);
      const a = m > 0 ? m : 0;
      ux += a * load<f64>(key, 24);
      uy += a * load<f64>(key, 32);
      uz += a * load<f64>(key, 40);
    }
    store<f64>(to, ux);
    store<f64>(to, uy, 16);
    store<f64>(to, uz, 32);
    const step: usize = i & 1 ? 40 : 8;
    query += step;
    to += step;
  }
}
