/**
 * Matrices of 2 × 2 blocks between orbitals (p, r) and (q, r′), where q is p or its partner: four real matrices (width × width) for each p, the scalar u and the vector x, y, z.
 * Blocks of even order in the spins are u + iσ·v, those of odd order σ·v + iu. Hermitian: u_ba = u_ab and v_ba = −v_ab in the first case, u_ba = −u_ab and v_ba = v_ab
 * in the second.
 */

/** Whether the order in the spins is even or odd. */
export type Parity = 'even' | 'odd';

/**
 * u and v of Σ_j B·A + iσ·(B × A) from all products of components, (3 width × 3 width): row c width + r of B, column d width + r′ of A. Added to the block at `to`.
 */
export function addEvenBlock(width: number, gram: Float64Array, out: Float64Array, to: number): void {
  const square = width * width;
  const row = 3 * width;
  const step = width * row;
  for (let r = 0, k = to; r < width; r++)
    for (let s = 0, x = r * row; s < width; s++, x++, k++) {
      const y = x + step;
      const z = y + step;
      out[k] += gram[x] + gram[y + width] + gram[z + 2 * width];
      out[k + square] += gram[y + 2 * width] - gram[z + width];
      out[k + 2 * square] += gram[z] - gram[x + 2 * width];
      out[k + 3 * square] += gram[x + width] - gram[y];
    }
}

/** i w·B and σ·(p B − w × B) from all products of p, w (4 width rows) and B, of which lower triangles are read. Added to the block at `to`, with its conjugate above the diagonal. */
export function addOddBlock(width: number, gram: Float64Array, out: Float64Array, to: number): void {
  const n = width * width;
  const row = 3 * width;
  const step = width * row;
  for (let r = 0; r < width; r++)
    for (let s = 0, p = r * row; s <= r; s++, p++) {
      const x = p + step;
      const y = x + step;
      const z = y + step;
      const u = gram[x] + gram[y + width] + gram[z + 2 * width];
      const vx = gram[p] - gram[y + 2 * width] + gram[z + width];
      const vy = gram[p + width] - gram[z] + gram[x + 2 * width];
      const vz = gram[p + 2 * width] - gram[x + width] + gram[y];
      const k = to + r * width + s;
      addElement(n, out, k, r === s ? 0 : u, vx, vy, vz);
      if (s < r) addElement(n, out, to + s * width + r, -u, vx, vy, vz);
    }
}

function addElement(n: number, out: Float64Array, k: number, u: number, x: number, y: number, z: number): void {
  out[k] += u;
  out[k + n] += x;
  out[k + 2 * n] += y;
  out[k + 3 * n] += z;
}

/** The upper triangle of the block at `at`, of even order, becomes the Hermitian conjugate of the lower one. */
export function mirrorEvenBlock(width: number, blocks: Float64Array, at: number): void {
  const n = width * width;
  for (let r = 0; r < width; r++)
    for (let s = 0; s <= r; s++)
      for (let c = 0, k = at + r * width + s, t = at + s * width + r; c < 4; c++, k += n, t += n)
        if (c === 0) blocks[t] = blocks[k];
        else if (r === s) blocks[k] = 0;
        else blocks[t] = -blocks[k];
}

/** The block at `to` becomes the Hermitian conjugate of that of even order at `from`. */
export function conjugateEvenBlock(width: number, blocks: Float64Array, from: number, to: number): void {
  const square = width * width;
  for (let c = 0; c < 4; c++)
    for (let r = 0; r < width; r++)
      for (let s = 0; s < width; s++) {
        const value = blocks[from + c * square + s * width + r];
        blocks[to + c * square + r * width + s] = c === 0 ? value : -value;
      }
}

/**
 * N = L R of a block L of odd order, σ·g + id, from all products of components: that of component c of L and d of R is number 4d + c of `products`. With R of even
 * order, u + iσ·v, N is σ·(ug − g × v − dv) + i(g·v + du).
 */
export function oddTimesEven(width: number, products: Float64Array, out: Float64Array): void {
  const n = width * width;
  for (let k = 0; k < n; k++) {
    out[k] = products[k + 5 * n] + products[k + 10 * n] + products[k + 15 * n] + products[k];
    out[k + n] = products[k + n] - products[k + 14 * n] + products[k + 11 * n] - products[k + 4 * n];
    out[k + 2 * n] = products[k + 2 * n] - products[k + 7 * n] + products[k + 13 * n] - products[k + 8 * n];
    out[k + 3 * n] = products[k + 3 * n] - products[k + 9 * n] + products[k + 6 * n] - products[k + 12 * n];
  }
}

/** The same with R of odd order without a scalar, σ·h: g·h + iσ·(g × h + dh). */
export function oddTimesVector(width: number, products: Float64Array, out: Float64Array): void {
  const n = width * width;
  for (let k = 0; k < n; k++) {
    out[k] = products[k + 5 * n] + products[k + 10 * n] + products[k + 15 * n];
    out[k + n] = products[k + 14 * n] - products[k + 11 * n] + products[k + 4 * n];
    out[k + 2 * n] = products[k + 7 * n] - products[k + 13 * n] + products[k + 8 * n];
    out[k + 3 * n] = products[k + 9 * n] - products[k + 6 * n] + products[k + 12 * n];
  }
}

/** Adds −(N + N†)/2 to the block at `to`. */
export function addHalfHermitian(
  width: number,
  product: Float64Array,
  parity: Parity,
  out: Float64Array,
  to: number,
): void {
  const square = width * width;
  for (let c = 0; c < 4; c++) {
    const factor = (c === 0) === (parity === 'even') ? -0.5 : 0.5;
    const from = c * square;
    for (let r = 0; r < width; r++)
      for (let s = 0; s < width; s++) {
        const k = r * width + s;
        out[to + from + k] += factor * product[from + s * width + r] - 0.5 * product[from + k];
      }
  }
}
