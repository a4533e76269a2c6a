/**
 * The attention sum u_i = Σ_j ReLU(q_i · k_j) v_j: two rows i in the lanes of a vector, score and value in one loop over j ascending.
 * Four rows a pass would halve the loads, but need more registers than there are: measured 1.2 times slower.
 */
import { add, mul, zero } from '../numeric/vectors';
import { Network } from './network';

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

/** The lanes of both rows of a pair, of the even one and of the odd one: those that a part of the window belongs to. */
// @ts-ignore: decorator
@inline
export function lanesOf(part: i32): v128 {
  return part == 0 ? i64x2.splat(-1) : part == 1 ? i64x2(-1, 0) : i64x2(0, -1);
}

/**
 * The attention sum where rows attend to the sites of their windows: for every pair of rows first the sites in both windows, then those in one, where the query of the other row is zero
 * and so is all that it would add.
 */
export function attendWindow(network: Network, block: i32): void {
  const queries = network.queries + 24 * <usize>(network.rowCount * block);
  const keys = network.keys + 48 * <usize>(network.siteCount * block);
  const size: usize = 24 * <usize>network.rowCount;
  let entry = network.windowSite;
  let end = network.windowStart;
  for (let row: usize = 0; row < size; row += 48) {
    const query = queries + row;
    let ux = zero(), uy = zero(), uz = zero();
    for (let part = 0; part < 3; part++) {
      end += 4;
      const last = network.windowSite + ((<usize>load<i32>(end)) << 2);
      const lanes = lanesOf(part);
      const qx = v128.and(lanes, v128.load(query)), qy = v128.and(lanes, v128.load(query, 16));
      const qz = v128.and(lanes, v128.load(query, 32));
      for (; entry < last; entry += 4) {
        const key = keys + 48 * <usize>load<i32>(entry);
        const a = rectify(dotKey(qx, qy, qz, key));
        ux = add(ux, mul(a, v128.load64_splat(key, 24)));
        uy = add(uy, mul(a, v128.load64_splat(key, 32)));
        uz = add(uz, mul(a, v128.load64_splat(key, 40)));
      }
    }
    const to = network.rows + row;
    v128.store(to, ux);
    v128.store(to, uy, 16);
    v128.store(to, uz, 32);
  }
}
