/**
 * A stack of attention blocks on a lattice, as laid out by src/effective/attention/: counts and addresses, in the order in which the
 * TypeScript side writes them.
 *
 * Vectors by site ("fields") take 32 bytes: x y, z 0. What is summed over in lanes lies by pairs of rows, 48 bytes: x x', y y', z z'.
 */
@unmanaged
export class Network {
  siteCount: i32;
  /** Sites, rounded up to an even number; the query of the odd one out is zero. */
  rowCount: i32;
  /** Shells and the site itself: n_s + 1. */
  width: i32;
  /** Shells that are smeared, the first ones, and the site itself. */
  smearedWidth: i32;
  blockCount: i32;
  /** 1 where the outputs of all blocks are read out with the last one, else 0. */
  crossReadout: i32;
  /** Sites along three directions, 1 where there is none; 0 where the last output is read out by its neighbours and not by plane waves. */
  lengthX: i32;
  lengthY: i32;
  lengthZ: i32;
  /** Neighbours of site i in shell s: entries rowStart[i n_s + s − 1] … of `neighbour`. */
  rowStart: usize;
  neighbour: usize;
  /** Sites that rows 2p and 2p + 1 attend to: entries windowStart[3p] … of `windowSite` both, windowStart[3p + 1] … the even row, windowStart[3p + 2] … the odd one. Both 0 where all attend to all. */
  windowStart: usize;
  windowSite: usize;
  /** cos and sin of 2πkx/n for each direction, k and x: 16 bytes. */
  waves: usize;
  /** The site with coordinates −x for each site. */
  opposites: usize;
  /** E_0, J of the last output: `width` numbers; J of the outputs before it, if read out, then W_Q, W_K, W_V of each block: `smearedWidth` numbers each. */
  parameters: usize;
  gradient: usize;
  /** 3N, x y z of site 0, of site 1, … */
  spins: usize;
  force: usize;
  /** S^(l) and its shell sums, `width` fields for each layer l = 0 … L; those before the last have sums over smeared shells alone. */
  features: usize;
  /** Rows of scaled S̃_Q for each block. */
  queries: usize;
  /** S̃_K and S̃_V for each block and site: 48 bytes. */
  keys: usize;
  /** 1/|S + ΣA S̃_V| for each block and site. */
  inverseLengths: usize;
  /** The field ∂E/∂S^(l) for each layer. */
  adjoints: usize;
  /** Rows of ΣA S̃_V on the way there, of ∂E/∂S̃_Q on the way back. */
  rows: usize;
  /** Rows of ∂E/∂(S + ΣA S̃_V). */
  adjointRows: usize;
  /** ∂E/∂S̃_K and ∂E/∂S̃_V for each site, summed over even and odd rows in two lanes: 96 bytes. */
  adjointLanes: usize;
  /** Fields ∂E/∂S̃_Q, ∂E/∂S̃_K, ∂E/∂S̃_V. */
  adjointProjections: usize;
  /** Fields W_Q ∂E/∂S̃_Q + W_K ∂E/∂S̃_K + W_V ∂E/∂S̃_V of each smeared shell. */
  combined: usize;
  /** Two fields for transforms, where there are any. */
  waveFields: usize;
}

/** Bytes of a field. */
// @ts-ignore: decorator
@inline
export function fieldSize(network: Network): usize {
  return (<usize>network.siteCount) << 5;
}

/** Bytes from one field of an array to the next: a cache line more, or fields of 2^k sites would all compete for the same lines. */
// @ts-ignore: decorator
@inline
export function fieldStride(network: Network): usize {
  return fieldSize(network) + 64;
}

/** S^(l), followed by its shell sums. */
// @ts-ignore: decorator
@inline
export function featuresOf(network: Network, layer: i32): usize {
  return network.features + fieldStride(network) * <usize>(network.width * layer);
}

/** Byte offset of W_Q of a block in `parameters` and `gradient`. */
// @ts-ignore: decorator
@inline
export function weightsOffset(network: Network, block: i32): usize {
  const earlier = network.crossReadout * network.blockCount;
  return (<usize>(network.width + network.smearedWidth * (earlier + 3 * block))) << 3;
}

/** The number at an address in both lanes. */
// @ts-ignore: decorator
@inline
export function splatAt(address: usize): v128 {
  return v128.load64_splat(address);
}

/** The sum x + y, + z last: how sums by component become one number everywhere. */
// @ts-ignore: decorator
@inline
export function sumComponents(xy: v128, z: v128): f64 {
  return f64x2.extract_lane(xy, 0) + f64x2.extract_lane(xy, 1) + f64x2.extract_lane(z, 0);
}
