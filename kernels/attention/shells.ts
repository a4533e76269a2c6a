/** Shell sums Σ_{δ∈s} S_{i+δ}: once per layer, shared by queries, keys, values and all weight gradients. */
import { add, zero } from '../numeric/vectors';
import { fieldSize, fieldStride, Network } from './network';

/** The bytes of `rowStart` that belong to one site. */
// @ts-ignore: decorator
@inline
function rowsOfSite(network: Network): usize {
  return (<usize>(network.width - 1)) << 2;
}

/** Appends to the field at `features` its sums over the first `width` − 1 shells. */
export function sumShells(network: Network, features: usize, width: i32): void {
  const size = fieldSize(network);
  const stride = fieldStride(network);
  const end = features + stride * <usize>width;
  let rows = network.rowStart;
  for (let site: usize = 0; site < size; site += 32) {
    let rowEnd = rows;
    let neighbour = network.neighbour + ((<usize>load<i32>(rows)) << 2);
    rows += rowsOfSite(network);
    for (let sum = features + site + stride; sum < end; sum += stride) {
      rowEnd += 4;
      const last = network.neighbour + ((<usize>load<i32>(rowEnd)) << 2);
      let xy = zero(), z = zero();
      for (; neighbour < last; neighbour += 4) {
        const from = features + ((<usize>load<i32>(neighbour)) << 5);
        xy = add(xy, v128.load(from));
        z = add(z, v128.load(from, 16));
      }
      v128.store(sum, xy);
      v128.store(sum, z, 16);
    }
  }
}

/** Adds to `target` field 0 of `combined` and the sum over every smeared shell s of field s: the transpose, bonds being undirected. */
export function addShells(network: Network, combined: usize, target: usize): void {
  const size = fieldSize(network);
  const stride = fieldStride(network);
  const end = combined + stride * <usize>network.smearedWidth;
  let rows = network.rowStart;
  for (let site: usize = 0; site < size; site += 32) {
    let rowEnd = rows;
    let neighbour = network.neighbour + ((<usize>load<i32>(rows)) << 2);
    rows += rowsOfSite(network);
    let xy = add(v128.load(target + site), v128.load(combined + site));
    let z = add(v128.load(target + site, 16), v128.load(combined + site, 16));
    for (let field = combined + stride; field < end; field += stride) {
      rowEnd += 4;
      const last = network.neighbour + ((<usize>load<i32>(rowEnd)) << 2);
      for (; neighbour < last; neighbour += 4) {
        const from = field + ((<usize>load<i32>(neighbour)) << 5);
        xy = add(xy, v128.load(from));
        z = add(z, v128.load(from, 16));
      }
    }
    v128.store(target + site, xy);
    v128.store(target + site, z, 16);
  }
}
