/** Rows by site of one vector for every orbital: (x, y, z) in columns r, width + r and 2 width + r. Vectors by site are (x, y, z, 0). */
import type { Packing } from './packing.ts';

/** A_a(i) = φ_a(i) s_i. */
export function fillVertices({ siteCount, width, orbitals }: Packing, vectors: Float64Array, out: Float64Array): void {
  for (let i = 0, p = 0, at = 0; i < siteCount; i++, at += 2 * width) {
    const x = vectors[4 * i];
    const y = vectors[4 * i + 1];
    const z = vectors[4 * i + 2];
    for (let r = 0; r < width; r++, p++, at++) {
      out[at] = orbitals[p] * x;
      out[at + width] = orbitals[p] * y;
      out[at + 2 * width] = orbitals[p] * z;
    }
  }
}

/** ds_i += factor Σ_a φ_a(i) dA_a(i). */
export function collectVertices(
  { siteCount, width, orbitals }: Packing,
  rows: Float64Array,
  factor: number,
  out: Float64Array,
): void {
  for (let i = 0, p = 0, at = 0; i < siteCount; i++, at += 2 * width) {
    let x = 0;
    let y = 0;
    let z = 0;
    for (let r = 0; r < width; r++, p++, at++) {
      x += orbitals[p] * rows[at];
      y += orbitals[p] * rows[at + width];
      z += orbitals[p] * rows[at + 2 * width];
    }
    out[4 * i] += factor * x;
    out[4 * i + 1] += factor * y;
    out[4 * i + 2] += factor * z;
  }
}

/** (B·σ)(s·σ) = p + iσ·w of every row: p = B·s and w = B × s in columns r, width + r, …. */
export function fillSpinProducts(
  { siteCount, width }: Packing,
  rows: Float64Array,
  vectors: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0, b = 0, to = 0; i < siteCount; i++, b += 2 * width, to += 3 * width) {
    const sx = vectors[4 * i];
    const sy = vectors[4 * i + 1];
    const sz = vectors[4 * i + 2];
    for (let r = 0; r < width; r++, b++, to++) {
      const x = rows[b];
      const y = rows[b + width];
      const z = rows[b + 2 * width];
      out[to] = x * sx + y * sy + z * sz;
      out[to + width] = y * sz - z * sy;
      out[to + 2 * width] = z * sx - x * sz;
      out[to + 3 * width] = x * sy - y * sx;
    }
  }
}

/**
 * The way back through Σ_j (B_a·σ)(s_j·σ)(B_b·σ) from transported rows Y_a = y_0 + iσ·y = Σ_b (B_b·σ) f_ba, in columns r, width + r, …:
 * dB_a = 4 (y_0 s − s × y) into `slope`, and ds_j += 2 Σ_a (y_0 B_a − y × B_a).
 */
export function spinProductsBack(
  { siteCount, width }: Packing,
  transported: Float64Array,
  rows: Float64Array,
  vectors: Float64Array,
  slope: Float64Array,
  vectorSlope: Float64Array,
): void {
  for (let i = 0, b = 0, from = 0; i < siteCount; i++, b += 2 * width, from += 3 * width) {
    const sx = vectors[4 * i];
    const sy = vectors[4 * i + 1];
    const sz = vectors[4 * i + 2];
    let dx = 0;
    let dy = 0;
    let dz = 0;
    for (let r = 0; r < width; r++, b++, from++) {
      const u = transported[from];
      const x = transported[from + width];
      const y = transported[from + 2 * width];
      const z = transported[from + 3 * width];
      const bx = rows[b];
      const by = rows[b + width];
      const bz = rows[b + 2 * width];
      slope[b] = 4 * (u * sx - sy * z + sz * y);
      slope[b + width] = 4 * (u * sy - sz * x + sx * z);
      slope[b + 2 * width] = 4 * (u * sz - sx * y + sy * x);
      dx += u * bx - y * bz + z * by;
      dy += u * by - z * bx + x * bz;
      dz += u * bz - x * by + y * bx;
    }
    vectorSlope[4 * i] += 2 * dx;
    vectorSlope[4 * i + 1] += 2 * dy;
    vectorSlope[4 * i + 2] += 2 * dz;
  }
}

/** out_k = factor_k × row k, rows of `width` numbers. */
export function scaleRows(factor: Float64Array, rows: Float64Array, width: number, out: Float64Array): void {
  for (let k = 0, at = 0; k < factor.length; k++) {
    const value = factor[k];
    for (let c = 0; c < width; c++, at++) out[at] = value * rows[at];
  }
}

/** Σ_c a_kc b_kc of row k, added to out[into[k]] with a factor; rows with a negative number are left out. */
export function addRowProducts(
  into: Int32Array,
  factor: Float64Array,
  a: Float64Array,
  b: Float64Array,
  width: number,
  out: Float64Array,
): void {
  for (let k = 0; k < into.length; k++) {
    if (into[k] < 0) continue;
    let sum = 0;
    for (let at = k * width; at < (k + 1) * width; at++) sum += a[at] * b[at];
    out[into[k]] += factor[k] * sum;
  }
}
