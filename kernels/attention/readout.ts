/**
 * Bilinear shell forms of a layer l with the last one: −½ Σ_s J_s Σ_i S^(l)_i · Σ_{δ∈s} S^(L)_{i+δ}; each bond of a shell counts once
 * where l = L. Those with l < L have the smeared shells.
 */
import { add, mul, zero } from '../numeric/vectors';
import { featuresOf, fieldSize, fieldStride, Network, sumComponents } from './network';

/** Byte offset of the couplings of a layer. Those of the last one share their row with E_0, which stands at s = 0. */
function couplings(network: Network, layer: i32): usize {
  return layer < network.blockCount ? (<usize>(network.width + network.smearedWidth * layer)) << 3 : 0;
}

/** The first shell that counts: where l = L, S·S is a constant. */
function firstShell(network: Network, layer: i32): i32 {
  return layer < network.blockCount ? 0 : 1;
}

/** Shells whose forms with the last layer are read out, and the site itself. */
function widthOf(network: Network, layer: i32): i32 {
  return layer < network.blockCount ? network.smearedWidth : network.width;
}

/** ∂E/∂J to `gradient`; returns Σ_s J_s ∂E/∂J_s. */
export function readLayer(network: Network, layer: i32): f64 {
  const size = fieldSize(network);
  const last = featuresOf(network, network.blockCount);
  const own = featuresOf(network, layer);
  const offset = couplings(network, layer);
  let energy: f64 = 0;
  for (let s = firstShell(network, layer); s < widthOf(network, layer); s++) {
    const other = last + fieldStride(network) * <usize>s;
    let xy = zero(), z = zero();
    for (let site: usize = 0; site < size; site += 32) {
      xy = add(xy, mul(v128.load(own + site), v128.load(other + site)));
      z = add(z, mul(v128.load(own + site, 16), v128.load(other + site, 16)));
    }
    const form = -0.5 * sumComponents(xy, z);
    const at = offset + ((<usize>s) << 3);
    store<f64>(network.gradient + at, form);
    energy += load<f64>(network.parameters + at) * form;
  }
  return energy;
}

/** Adds to ∂E/∂S of this layer and of the last one. */
export function readLayerAdjoint(network: Network, layer: i32): void {
  const last = network.blockCount;
  if (layer === last) {
    addForms(network, last, last, last, 1);
    return;
  }
  addForms(network, layer, last, layer, 0.5);
  addForms(network, layer, layer, last, 0.5);
}

/** ∂E/∂S^(to) −= factor Σ_s J_s Σ_{δ∈s} S^(from)_{i+δ}, J of `layer`. */
function addForms(network: Network, layer: i32, from: i32, to: i32, factor: f64): void {
  const size = fieldSize(network);
  const target = network.adjoints + fieldStride(network) * <usize>to;
  for (let s = firstShell(network, layer); s < widthOf(network, layer); s++) {
    const coupling = f64x2.splat(factor * load<f64>(network.parameters + couplings(network, layer) + ((<usize>s) << 3)));
    const field = featuresOf(network, from) + fieldStride(network) * <usize>s;
    for (let at: usize = 0; at < size; at += 16) {
      v128.store(target + at, f64x2.sub(v128.load(target + at), mul(coupling, v128.load(field + at))));
    }
  }
}
