/** S' = (S + u)/|S + u| of every site, and the way back: ∂E/∂u = (1 − S'S'ᵀ) ∂E/∂S' /|S + u|. */
import { featuresOf, fieldSize, fieldStride, Network } from './network';
import { nextRow } from './rows';

/** S^(l) and the attention sum in `rows` to S^(l+1). */
export function normalise(network: Network, block: i32): void {
  const from = featuresOf(network, block);
  const to = featuresOf(network, block + 1);
  let inverse = network.inverseLengths + 8 * <usize>(network.siteCount * block);
  let row = network.rows;
  for (let site: usize = 0; site < fieldSize(network); site += 32) {
    const sx = load<f64>(from + site), sy = load<f64>(from + site, 8), sz = load<f64>(from + site, 16);
    const x = sx + load<f64>(row);
    const y = sy + load<f64>(row, 16);
    const z = sz + load<f64>(row, 32);
    // A site without a spin, 0, stays one.
    const r = sx == 0 && sy == 0 && sz == 0 ? 0 : 1 / sqrt(x * x + y * y + z * z);
    store<f64>(inverse, r);
    store<f64>(to + site, r * x);
    store<f64>(to + site, r * y, 8);
    store<f64>(to + site, r * z, 16);
    inverse += 8;
    row = nextRow(row);
  }
}

/** ∂E/∂S^(l+1) to ∂E/∂u, in `adjointRows` and, since u stands beside S^(l), added to ∂E/∂S^(l). */
export function normaliseAdjoint(network: Network, block: i32): void {
  const size = fieldSize(network);
  const output = featuresOf(network, block + 1);
  const to = network.adjoints + fieldStride(network) * <usize>block;
  const from = to + fieldStride(network);
  let inverse = network.inverseLengths + 8 * <usize>(network.siteCount * block);
  let row = network.adjointRows;
  for (let site: usize = 0; site < size; site += 32) {
    const x = load<f64>(output + site), y = load<f64>(output + site, 8), z = load<f64>(output + site, 16);
    const dx = load<f64>(from + site), dy = load<f64>(from + site, 8), dz = load<f64>(from + site, 16);
    const radial = dx * x + dy * y + dz * z;
    const r = load<f64>(inverse);
    const gx = r * (dx - radial * x), gy = r * (dy - radial * y), gz = r * (dz - radial * z);
    store<f64>(row, gx);
    store<f64>(row, gy, 16);
    store<f64>(row, gz, 32);
    store<f64>(to + site, load<f64>(to + site) + gx);
    store<f64>(to + site, load<f64>(to + site, 8) + gy, 8);
    store<f64>(to + site, load<f64>(to + site, 16) + gz, 16);
    inverse += 8;
    row = nextRow(row);
  }
}
