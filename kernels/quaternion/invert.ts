/**
 * Selected inversion (K. Takahashi, J. Fagan and M.-S. Chen, 1973): the blocks of the inverse Z that lie in the pattern of the factors.
 *
 * With Û = D⁻¹U and L scaled, from the last pivot to the first and over its later structure a, b:
 *   Z_ak = −Σ_b Z_ab L_bk,   Z_ka = −Σ_b Û_kb Z_ba,   Z_kk = D_k⁻¹ − Σ_a Û_ka Z_ak,
 * every sum in ascending order of b. Two loops for the two sums, because one would not fit into sixteen registers.
 */
import { at, Pattern } from '../pattern';
import { BLOCK, minusProduct0, minusProduct1, minusProduct2, minusProduct3 } from './algebra';

/** Inverts from the last pivot to the first. `values`: factors, U overwritten by Û. `inverse`: the blocks of Z in the same slots. */
export function invertSelected(pattern: Pattern, values: usize, inverse: usize): void {
  for (let k = pattern.pivotCount - 1; k >= 0; k--) {
    const start = at(pattern.base, k);
    const count = at(pattern.rowStart, k + 1) - at(pattern.rowStart, k);
    const factor = values + BLOCK * <usize>start, z = inverse + BLOCK * <usize>start;
    memory.fill(z + BLOCK, 0, 2 * BLOCK * <usize>count);
    invertPivot(factor, z);
    scaleRow(factor, z, count);
    const rows = pattern.row + ((<usize>at(pattern.rowStart, k)) << 2);
    const update = pattern.update + ((<usize>at(pattern.updateStart, k)) << 2);
    columnOfInverse(pattern, inverse, factor, z, count, rows, update);
    rowOfInverse(pattern, inverse, factor, z, count, rows, update);
    diagonalOfInverse(factor, z, count);
  }
}

/** z ← D⁻¹. */
function invertPivot(factor: usize, z: usize): void {
  const p0 = v128.load(factor), p1 = v128.load(factor, 16), p2 = v128.load(factor, 32), p3 = v128.load(factor, 48);
  const norm = f64x2.add(f64x2.add(f64x2.mul(p0, p0), f64x2.mul(p1, p1)), f64x2.add(f64x2.mul(p2, p2), f64x2.mul(p3, p3)));
  const r = f64x2.div(f64x2.splat(1), norm);
  v128.store(z, f64x2.mul(p0, r));
  v128.store(z, f64x2.neg(f64x2.mul(p1, r)), 16);
  v128.store(z, f64x2.neg(f64x2.mul(p2, r)), 32);
  v128.store(z, f64x2.neg(f64x2.mul(p3, r)), 48);
}

/** U ← D⁻¹ U for the row of the pivot whose inverse is at z. */
function scaleRow(factor: usize, z: usize, count: i32): void {
  const q0 = f64x2.neg(v128.load(z)), q1 = f64x2.neg(v128.load(z, 16)), q2 = f64x2.neg(v128.load(z, 32)), q3 = f64x2.neg(v128.load(z, 48));
  const zero = f64x2.splat(0);
  const end = factor + BLOCK + 2 * BLOCK * <usize>count;
  for (let u = factor + BLOCK; u < end; u += 2 * BLOCK) {
    const a0 = v128.load(u), a1 = v128.load(u, 16), a2 = v128.load(u, 32), a3 = v128.load(u, 48);
    v128.store(u, minusProduct0(zero, q0, q1, q2, q3, a0, a1, a2, a3));
    v128.store(u, minusProduct1(zero, q0, q1, q2, q3, a0, a1, a2, a3), 16);
    v128.store(u, minusProduct2(zero, q0, q1, q2, q3, a0, a1, a2, a3), 32);
    v128.store(u, minusProduct3(zero, q0, q1, q2, q3, a0, a1, a2, a3), 48);
  }
}

function columnOfInverse(pattern: Pattern, inverse: usize, factor: usize, z: usize, count: i32, rows: usize, update: usize): void {
  const end = factor + 2 * BLOCK + 2 * BLOCK * <usize>count;
  const toZ = z - factor;
  for (let a = 0; a < count; a++) {
    const l = factor + 2 * BLOCK + 2 * BLOCK * <usize>a;
    const l0 = v128.load(l), l1 = v128.load(l, 16), l2 = v128.load(l, 32), l3 = v128.load(l, 48);
    const own = l + toZ;
    const d = inverse + BLOCK * <usize>at(pattern.base, at(rows, a));
    const d0 = v128.load(d), d1 = v128.load(d, 16), d2 = v128.load(d, 32), d3 = v128.load(d, 48);
    let c0 = minusProduct0(v128.load(own), d0, d1, d2, d3, l0, l1, l2, l3);
    let c1 = minusProduct1(v128.load(own, 16), d0, d1, d2, d3, l0, l1, l2, l3);
    let c2 = minusProduct2(v128.load(own, 32), d0, d1, d2, d3, l0, l1, l2, l3);
    let c3 = minusProduct3(v128.load(own, 48), d0, d1, d2, d3, l0, l1, l2, l3);
    for (let b = l + 2 * BLOCK; b < end; b += 2 * BLOCK) {
      const ab = inverse + BLOCK * <usize>load<i32>(update);
      update += 4;
      const x0 = v128.load(ab), x1 = v128.load(ab, 16), x2 = v128.load(ab, 32), x3 = v128.load(ab, 48);
      const m0 = v128.load(b), m1 = v128.load(b, 16), m2 = v128.load(b, 32), m3 = v128.load(b, 48);
      c0 = minusProduct0(c0, x0, x1, x2, x3, m0, m1, m2, m3);
      c1 = minusProduct1(c1, x0, x1, x2, x3, m0, m1, m2, m3);
      c2 = minusProduct2(c2, x0, x1, x2, x3, m0, m1, m2, m3);
      c3 = minusProduct3(c3, x0, x1, x2, x3, m0, m1, m2, m3);
      const y0 = v128.load(ab, 64), y1 = v128.load(ab, 80), y2 = v128.load(ab, 96), y3 = v128.load(ab, 112);
      const t = b + toZ;
      v128.store(t, minusProduct0(v128.load(t), y0, y1, y2, y3, l0, l1, l2, l3));
      v128.store(t, minusProduct1(v128.load(t, 16), y0, y1, y2, y3, l0, l1, l2, l3), 16);
      v128.store(t, minusProduct2(v128.load(t, 32), y0, y1, y2, y3, l0, l1, l2, l3), 32);
      v128.store(t, minusProduct3(v128.load(t, 48), y0, y1, y2, y3, l0, l1, l2, l3), 48);
    }
    v128.store(own, c0);
    v128.store(own, c1, 16);
    v128.store(own, c2, 32);
    v128.store(own, c3, 48);
  }
}

function rowOfInverse(pattern: Pattern, inverse: usize, factor: usize, z: usize, count: i32, rows: usize, update: usize): void {
  const end = factor + BLOCK + 2 * BLOCK * <usize>count;
  const toZ = z - factor;
  for (let a = 0; a < count; a++) {
    const u = factor + BLOCK + 2 * BLOCK * <usize>a;
    const u0 = v128.load(u), u1 = v128.load(u, 16), u2 = v128.load(u, 32), u3 = v128.load(u, 48);
    const own = u + toZ;
    const d = inverse + BLOCK * <usize>at(pattern.base, at(rows, a));
    const d0 = v128.load(d), d1 = v128.load(d, 16), d2 = v128.load(d, 32), d3 = v128.load(d, 48);
    let c0 = minusProduct0(v128.load(own), u0, u1, u2, u3, d0, d1, d2, d3);
    let c1 = minusProduct1(v128.load(own, 16), u0, u1, u2, u3, d0, d1, d2, d3);
    let c2 = minusProduct2(v128.load(own, 32), u0, u1, u2, u3, d0, d1, d2, d3);
    let c3 = minusProduct3(v128.load(own, 48), u0, u1, u2, u3, d0, d1, d2, d3);
    for (let b = u + 2 * BLOCK; b < end; b += 2 * BLOCK) {
      const ab = inverse + BLOCK * <usize>load<i32>(update);
      update += 4;
      const y0 = v128.load(ab, 64), y1 = v128.load(ab, 80), y2 = v128.load(ab, 96), y3 = v128.load(ab, 112);
      const m0 = v128.load(b), m1 = v128.load(b, 16), m2 = v128.load(b, 32), m3 = v128.load(b, 48);
      c0 = minusProduct0(c0, m0, m1, m2, m3, y0, y1, y2, y3);
      c1 = minusProduct1(c1, m0, m1, m2, m3, y0, y1, y2, y3);
      c2 = minusProduct2(c2, m0, m1, m2, m3, y0, y1, y2, y3);
      c3 = minusProduct3(c3, m0, m1, m2, m3, y0, y1, y2, y3);
      const x0 = v128.load(ab), x1 = v128.load(ab, 16), x2 = v128.load(ab, 32), x3 = v128.load(ab, 48);
      const t = b + toZ;
      v128.store(t, minusProduct0(v128.load(t), u0, u1, u2, u3, x0, x1, x2, x3));
      v128.store(t, minusProduct1(v128.load(t, 16), u0, u1, u2, u3, x0, x1, x2, x3), 16);
      v128.store(t, minusProduct2(v128.load(t, 32), u0, u1, u2, u3, x0, x1, x2, x3), 32);
      v128.store(t, minusProduct3(v128.load(t, 48), u0, u1, u2, u3, x0, x1, x2, x3), 48);
    }
    v128.store(own, c0);
    v128.store(own, c1, 16);
    v128.store(own, c2, 32);
    v128.store(own, c3, 48);
  }
}

/** z starts as D⁻¹. */
function diagonalOfInverse(factor: usize, z: usize, count: i32): void {
  let c0 = v128.load(z), c1 = v128.load(z, 16), c2 = v128.load(z, 32), c3 = v128.load(z, 48);
  const toZ = z - factor;
  const end = factor + BLOCK + 2 * BLOCK * <usize>count;
  for (let u = factor + BLOCK; u < end; u += 2 * BLOCK) {
    const u0 = v128.load(u), u1 = v128.load(u, 16), u2 = v128.load(u, 32), u3 = v128.load(u, 48);
    const x = u + BLOCK + toZ;
    const x0 = v128.load(x), x1 = v128.load(x, 16), x2 = v128.load(x, 32), x3 = v128.load(x, 48);
    c0 = minusProduct0(c0, u0, u1, u2, u3, x0, x1, x2, x3);
    c1 = minusProduct1(c1, u0, u1, u2, u3, x0, x1, x2, x3);
    c2 = minusProduct2(c2, u0, u1, u2, u3, x0, x1, x2, x3);
    c3 = minusProduct3(c3, u0, u1, u2, u3, x0, x1, x2, x3);
  }
  v128.store(z, c0);
  v128.store(z, c1, 16);
  v128.store(z, c2, 32);
  v128.store(z, c3, 48);
}
