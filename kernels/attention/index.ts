/** Entry points of learned energies: a stack of attention blocks and its readout. Without blocks it is the linear model. */
import { attendAll, attendWindow } from './attend';
import { attendAllAdjoint, attendWindowAdjoint } from './attend-adjoint';
import { featuresOf, fieldStride, Network, weightsOffset } from './network';
import { normalise, normaliseAdjoint } from './normalise';
import { combine, gatherAdjoints, project, weightGradients } from './projections';
import { readLayer, readLayerAdjoint } from './readout';
import { addShells, sumShells } from './shells';
import { readByWaves } from './waves';

/** E. `scale` multiplies the queries: 1/√3, over N where the attention sum is normalised. */
export function attentionEnergy(network: Network, scale: f64): f64 {
  return wayThere(network, scale, false);
}

/** E; and ∂E/∂J, if `toCouplings`. Plane waves need no sums over shells, but derivatives do. */
// @ts-ignore: decorator
@inline
function wayThere(network: Network, scale: f64, toCouplings: bool): f64 {
  const byWaves = network.lengthX > 0;
  loadSpins(network);
  for (let block = 0; block < network.blockCount; block++) {
    sumShells(network, featuresOf(network, block), network.smearedWidth);
    project(network, block, scale);
    if (network.windowStart) attendWindow(network, block);
    else attendAll(network, block);
    normalise(network, block);
  }
  const last = network.blockCount;
  const width = byWaves && !toCouplings ? earlierWidth(network) : network.width;
  sumShells(network, featuresOf(network, last), width);
  store<f64>(network.gradient, 1);
  let energy = load<f64>(network.parameters) + watch(network);
  for (let layer = firstLayer(network); layer < last; layer++) energy += readLayer(network, layer);
  if (!byWaves) return energy + readLayer(network, last);
  if (toCouplings) readLayer(network, last);
  return energy + readByWaves(network);
}

/** Shells of the last output that outputs before it are read out with, and the site itself. */
function earlierWidth(network: Network): i32 {
  return firstLayer(network) < network.blockCount ? network.smearedWidth : 1;
}

/** E and the force −∂E/∂S. */
export function attentionForce(network: Network, scale: f64): f64 {
  const energy = wayThere(network, scale, true);
  wayBack(network, scale, true, false);
  storeForce(network);
  return energy;
}

/** E and ∂E/∂θ. Of the first block only what its weights need. */
export function attentionGradient(network: Network, scale: f64): f64 {
  const energy = wayThere(network, scale, true);
  if (network.blockCount) wayBack(network, scale, false, true);
  return energy;
}

// @ts-ignore: decorator
@inline
function wayBack(network: Network, scale: f64, toSpins: bool, toWeights: bool): void {
  const stride = fieldStride(network);
  memory.fill(network.adjoints, 0, stride * <usize>(network.blockCount + 1));
  for (let layer = firstLayer(network); layer <= network.blockCount; layer++) readLayerAdjoint(network, layer);
  for (let block = network.blockCount - 1; block >= 0; block--) {
    normaliseAdjoint(network, block);
    if (network.windowStart) attendWindowAdjoint(network, block);
    else attendAllAdjoint(network, block);
    gatherAdjoints(network, scale);
    if (toWeights) weightGradients(network, block);
    if (!toSpins && block == 0) return;
    combine(network, block);
    addShells(network, network.combined, network.adjoints + stride * <usize>block);
  }
}

function firstLayer(network: Network): i32 {
  return network.crossReadout ? 0 : network.blockCount;
}

/** 0, or NaN where a parameter is not finite: ReLU alone would take the NaN of a score for 0. */
function watch(network: Network): f64 {
  const end = network.parameters + weightsOffset(network, network.blockCount);
  let sum: f64 = 0;
  for (let at = network.parameters; at < end; at += 8) sum += 0 * load<f64>(at);
  return sum;
}

function loadSpins(network: Network): void {
  let from = network.spins;
  let to = network.features;
  for (let i = 0; i < network.siteCount; i++) {
    v128.store(to, v128.load(from));
    store<f64>(to, load<f64>(from, 16), 16);
    from += 24;
    to += 32;
  }
}

function storeForce(network: Network): void {
  let from = network.adjoints;
  let to = network.force;
  for (let i = 0; i < network.siteCount; i++) {
    v128.store(to, f64x2.neg(v128.load(from)));
    store<f64>(to, -load<f64>(from, 16), 16);
    from += 32;
    to += 24;
  }
}
