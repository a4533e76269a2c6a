/**
 * The attention sum u_i = Σ_j ReLU(q_i · k_j) v_j: two rows i in the lanes of a vector, score and value in one loop over j ascending.
 * Four rows a pass would halve the loads, but need more registers than there are: measured 1.2 times slower.
 */
import { add, mul, Network, zero } from './network';

/** All rows attend to all sites. */
export function attendAll(network: Network, block: i32): void {
  const queries = network.queries + 24 * <usize>(network.rowCount * block);
  const keys = network.keys + 48 * <usize>(network.siteCount * block);
  const end = keys + 48 * <usize>network.siteCount;
  const size: usize = 24 * <usize>network.rowCount;
  for (let row: usize = 0; row < size; row += 48) {
    const query = queries + row;
    const qx = v128.load(query), qy = v128.load(query, 16), qz = v128.load(query, 32);
    let ux = zero(), uy = zero(), uz = zero();
    for (let key = keys; key < end; key += 48) {
      const score = add(add(mul(qx, v128.load64_splat(key)), mul(qy, v128.load64_splat(key, 8))), mul(qz, v128.load64_splat(key, 16)));
      // max(0, score); scores are finite, which is seen to in index.ts.
      const a = f64x2.pmax(zero(), score);
      ux = add(ux, mul(a, v128.load64_splat(key, 24)));
      uy = add(uy, mul(a, v128.load64_splat(key, 32)));
      uz = add(uz, mul(a, v128.load64_splat(key, 40)));
    }
    const to = network.rows + row;
    v128.store(to, ux);
    v128.store(to, uy, 16);
    v128.store(to, uz, 32);
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
