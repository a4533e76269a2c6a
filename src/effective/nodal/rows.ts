/**
 * Rows by site of one vector for every orbital, x in the first `width` columns, then y, then z; vectors by site are (x, y, z, 0). The twin of kernels/nodal/rows.ts, which takes
 * two orbitals at a time: sums over orbitals are those of even and of odd columns, added at last.
 */

/** The numbers of sites and of columns for each component, an even one. */
interface RowShape {
  readonly siteCount: number;
  readonly width: number;
}

export interface Vertices extends RowShape {
  readonly orbitals: Float64Array;
  readonly vectors: Float64Array;
  readonly out: Float64Array;
}

/** A_a(i) = φ_a(i) s_i. */
export function fillVertices({ siteCount, width, orbitals, vectors, out }: Vertices): void {
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

export interface Collection extends RowShape {
  readonly orbitals: Float64Array;
  readonly rows: Float64Array;
  readonly factor: number;
  readonly out: Float64Array;
}

/** ds_i += factor Σ_a φ_a(i) dA_a(i). */
export function collectVertices({ siteCount, width, orbitals, rows, factor, out }: Collection): void {
  for (let i = 0; i < siteCount; i++)
    for (let c = 0; c < 3; c++) {
      const at = (3 * i + c) * width;
      let even = 0;
      let odd = 0;
      for (let r = 0, p = i * width; r < width; r += 2, p += 2) {
        even += orbitals[p] * rows[at + r];
        odd += orbitals[p + 1] * rows[at + r + 1];
      }
      out[4 * i + c] += factor * (even + odd);
    }
}

export interface SpinProducts extends RowShape {
  readonly rows: Float64Array;
  readonly vectors: Float64Array;
  readonly out: Float64Array;
}

/** (B·σ)(s·σ) = p + iσ·w of every row: p = B·s and w = B × s in columns r, width + r, …. */
export function fillSpinProducts({ siteCount, width, rows, vectors, out }: SpinProducts): void {
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

export interface SpinProductsBack extends RowShape {
  readonly transported: Float64Array;
  readonly rows: Float64Array;
  readonly vectors: Float64Array;
  readonly slope: Float64Array;
  readonly vectorSlope: Float64Array;
}

/**
 * The way back through Σ_j (B_a·σ)(s_j·σ)(B_b·σ) from transported rows Y_a = y_0 + iσ·y = Σ_b (B_b·σ) f_ba, in columns r, width + r, …:
 * dB_a = 4 (y_0 s − s × y) into `slope`, and ds_j += 2 Σ_a (y_0 B_a − y × B_a).
 */
export function spinProductsBack(problem: SpinProductsBack): void {
  const { siteCount, width, transported, rows, vectors, slope, vectorSlope } = problem;
  const sums = new Float64Array(6);
  for (let i = 0, b = 0, from = 0; i < siteCount; i++, b += 2 * width, from += 3 * width) {
    const sx = vectors[4 * i];
    const sy = vectors[4 * i + 1];
    const sz = vectors[4 * i + 2];
    sums.fill(0);
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
      const lane = 3 * (r % 2);
      sums[lane] += u * bx - y * bz + z * by;
      sums[lane + 1] += u * by - z * bx + x * bz;
      sums[lane + 2] += u * bz - x * by + y * bx;
    }
    for (let c = 0; c < 3; c++) vectorSlope[4 * i + c] += 2 * (sums[c] + sums[c + 3]);
  }
}
