/** The tables and arrays of a flow, in the order in which src/flow/kernels-wasm.ts writes their addresses. Vectors x, y, z have 24 bytes; a sum F_js over the seen spins in shell s of site j has the number j n_s + s − 1. */

@unmanaged
export class Flow {
  /** 0 attention, 1 shells, 2 components. */
  kind: i32;
  siteCount: i32;
  shellCount: i32;
  layerCount: i32;
  /** Parameters of a layer. */
  width: i32;
  /** Parameters of the spline. */
  splineCount: i32;
  /** Rows of the tables of src/flow/tables.ts. */
  reachStart: usize;
  reach: usize;
  activeStart: usize;
  active: usize;
  seenStart: usize;
  seen: usize;
  joinedStart: usize;
  joined: usize;
  leftStart: usize;
  left: usize;
  counts: usize;
  totals: usize;
  parameters: usize;
  gradient: usize;
  spins: usize;
  adjoint: usize;
  sums: usize;
  sumAdjoints: usize;
  /** What a pass leaves of every moved spin: see moves.ts. */
  moves: usize;
  /** Of a site of a layer 48 bytes: x, y and z of its key and its value, in turn; and ∂E/∂ of those of one layer. */
  keyValues: usize;
  keyValueAdjoints: usize;
  /** 1 at sites whose score is positive for an active one. */
  takesPart: usize;
  /** W_K and W_V of a layer in turn, and ∂E/∂ of them. */
  pairs: usize;
  pairGradients: usize;
  /** Heights, and the shares of the sphere below and above each knot of a spline. */
  heights: usize;
  below: usize;
  above: usize;
  /** The parameters of the map of one spin, ∂E/∂ of them, and ∂E/∂I. */
  values: usize;
  valueAdjoints: usize;
  invariantAdjoints: usize;
}

/** The address of parameter `index` of a layer. */
// @ts-ignore: decorator
@inline
export function parameterOf(flow: Flow, layer: i32, index: i32): usize {
  return flow.parameters + ((<usize>(layer * flow.width + index)) << 3);
}

// @ts-ignore: decorator
@inline
export function gradientOf(flow: Flow, layer: i32, index: i32): usize {
  return flow.gradient + ((<usize>(layer * flow.width + index)) << 3);
}

/** The address of the k-th vector. */
// @ts-ignore: decorator
@inline
export function vectorAt(vectors: usize, k: i32): usize {
  return vectors + 24 * <usize>k;
}

/** The first sum of site j, or of an array of the same shape. */
// @ts-ignore: decorator
@inline
export function rowOf(flow: Flow, sums: usize, site: i32): usize {
  return sums + 24 * <usize>(site * flow.shellCount);
}

// @ts-ignore: decorator
@inline
export function addTo(address: usize, value: f64): void {
  store<f64>(address, load<f64>(address) + value);
}

// @ts-ignore: decorator
@inline
export function dot(a: usize, b: usize): f64 {
  return load<f64>(a) * load<f64>(b) + load<f64>(a, 8) * load<f64>(b, 8) + load<f64>(a, 16) * load<f64>(b, 16);
}

/** Adds a factor times a vector. */
// @ts-ignore: decorator
@inline
export function addScaled(target: usize, factor: f64, vector: usize): void {
  v128.store(target, f64x2.add(v128.load(target), f64x2.mul(f64x2.splat(factor), v128.load(vector))));
  store<f64>(target, load<f64>(target, 16) + factor * load<f64>(vector, 16), 16);
}

// @ts-ignore: decorator
@inline
export function copy(target: usize, vector: usize): void {
  v128.store(target, v128.load(vector));
  store<f64>(target, load<f64>(vector, 16), 16);
}
