/**
 * The attention sum u_i = Σ_j ReLU(q_i · k_j) v_j: two rows i in the lanes of a vector, score and value in one loop over j ascending.
 * Four rows a pass would halve the loads, but need more registers than there are: measured 1.2 times slower.
 */
import { add, mul, Network, zero } from './network';
import { nextRow } from './rows';

/** The product q · k with the key at an address. */
// @ts-ignore: decorator
@inline
export function dotKey(qx: v128, qy: v128, qz: v128, key: usize): v128 {
  const x = mul(qx, v128.load64_splat(key)), y = mul(qy, v128.load64_splat(key, 8));
  return add(add(x, y), mul(qz, v128.load64_splat(key, 16)));
}

/** The rectifier max(0, m); scores are finite, which is seen to in index.ts. */
// @ts-ignore: decorator
@inline
function rectify(m: v128): v128 {
  return f64x2.pmax(zero(), m);
}

/** The attention sum where all rows attend to all sites. */
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
      const a = rectify(dotKey(qx, qy, qz, key));
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

/** The attention sum where row i attends to the sites of its window. One row at a time: both lanes hold it, for vectors rectify without a branch. */
export function attendWindow(network: Network, block: i32): void {
  let query = network.queries + 24 * <usize>(network.rowCount * block);
  const keys = network.keys + 48 * <usize>(network.siteCount * block);
  let to = network.rows;
  let entry = network.windowSite;
  for (let i: usize = 0; i < <usize>network.siteCount; i++) {
    const last = network.windowSite + ((<usize>load<i32>(network.windowStart + ((i + 1) << 2))) << 2);
    const qx = v128.load64_splat(query), qy = v128.load64_splat(query, 16), qz = v128.load64_splat(query, 32);
    let ux = zero(), uy = zero(), uz = zero();
    for (; entry < last; entry += 4) {
      const key = keys + 48 * <usize>load<i32>(entry);
      const a = rectify(dotKey(qx, qy, qz, key));
      ux = add(ux, mul(a, v128.load64_splat(key, 24)));
      uy = add(uy, mul(a, v128.load64_splat(key, 32)));
      uz = add(uz, mul(a, v128.load64_splat(key, 40)));
    }
    v128.store64_lane(to, ux, 0);
    v128.store64_lane(to, uy, 0, 16);
    v128.store64_lane(to, uz, 0, 32);
    query = nextRow(query);
    to = nextRow(to);
  }
}
