/**
 * Real quaternions q0 + i q·σ, two poles side by side in the lanes of a vector: component c of a block stands at byte 16c.
 * Product: c0 = a0 b0 − a·b, c = a0 b + b0 a − a × b. The order of the operations is part of the contract: the TypeScript twin repeats it.
 */
import { add, mul, sub } from '../numeric/vectors';

/** Bytes of one block. */
// @ts-ignore: decorator
@inline
export const BLOCK: usize = 64;

/** Component 0 … 3 of t − l u. */
// @ts-ignore: decorator
@inline
export function minusProduct0(t: v128, l0: v128, l1: v128, l2: v128, l3: v128, u0: v128, u1: v128, u2: v128, u3: v128): v128 {
  return add(add(add(sub(t, mul(l0, u0)), mul(l1, u1)), mul(l2, u2)), mul(l3, u3));
}

// @ts-ignore: decorator
@inline
export function minusProduct1(t: v128, l0: v128, l1: v128, l2: v128, l3: v128, u0: v128, u1: v128, u2: v128, u3: v128): v128 {
  return sub(add(sub(sub(t, mul(l0, u1)), mul(l1, u0)), mul(l2, u3)), mul(l3, u2));
}

// @ts-ignore: decorator
@inline
export function minusProduct2(t: v128, l0: v128, l1: v128, l2: v128, l3: v128, u0: v128, u1: v128, u2: v128, u3: v128): v128 {
  return add(sub(sub(sub(t, mul(l0, u2)), mul(l1, u3)), mul(l2, u0)), mul(l3, u1));
}

// @ts-ignore: decorator
@inline
export function minusProduct3(t: v128, l0: v128, l1: v128, l2: v128, l3: v128, u0: v128, u1: v128, u2: v128, u3: v128): v128 {
  return sub(sub(add(sub(t, mul(l0, u3)), mul(l1, u2)), mul(l2, u1)), mul(l3, u0));
}

/** Block at `target` −= l u. */
// @ts-ignore: decorator
@inline
export function subtractProduct(target: usize, l0: v128, l1: v128, l2: v128, l3: v128, u0: v128, u1: v128, u2: v128, u3: v128): void {
  v128.store(target, minusProduct0(v128.load(target), l0, l1, l2, l3, u0, u1, u2, u3));
  v128.store(target, minusProduct1(v128.load(target, 16), l0, l1, l2, l3, u0, u1, u2, u3), 16);
  v128.store(target, minusProduct2(v128.load(target, 32), l0, l1, l2, l3, u0, u1, u2, u3), 32);
  v128.store(target, minusProduct3(v128.load(target, 48), l0, l1, l2, l3, u0, u1, u2, u3), 48);
}
