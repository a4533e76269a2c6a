/**
 * Matrices of 2 × 2 blocks between orbitals (p, r) and (q, s), where q is p or its partner: for each p and r four rows of `width` numbers, the scalar u and the vector x, y, z of
 * every s. Blocks of even order in the spins are u + iσ·v, those of odd order σ·v + iu. Hermitian: u_ba = u_ab and v_ba = −v_ab in the first case, u_ba = −u_ab and
 * v_ba = v_ab in the second.
 */

/** Whether the order in the spins is even or odd. */
export type Parity = 'even' | 'odd';

/**
 * Adds u and v of Σ_j B·A + iσ·(B × A) to the block at `to`, from all products of components, (3 width × 3 width): row c width + r of B, column d width + s of A. `isLower`:
 * only of the lower triangle.
 */
export function addEvenBlock(width: number, gram: Float64Array, isLower: boolean, out: Float64Array, to: number): void {
  const row = 3 * width;
  const step = width * row;
  for (let r = 0; r < width; r++) {
    const end = isLower ? r + 1 : width;
    for (let s = 0, x = r * row, k = to + 4 * r * width; s < end; s++, x++, k++) {
      const y = x + step;
      const z = y + step;
      out[k] += gram[x] + gram[y + width] + gram[z + 2 * width];
      out[k + width] += gram[y + 2 * width] - gram[z + width];
      out[k + 2 * width] += gram[z] - gram[x + 2 * width];
      out[k + 3 * width] += gram[x + width] - gram[y];
    }
  }
}

/** Adds i w·B and σ·(p B − w × B) to the lower triangle of the block at `to`, from all products of p, w (4 width rows) and B. */
export function addOddBlock(width: number, gram: Float64Array, out: Float64Array, to: number): void {
  const row = 3 * width;
  const step = width * row;
  for (let r = 0; r < width; r++)
    for (let s = 0, p = r * row, k = to + 4 * r * width; s <= r; s++, p++, k++) {
      const x = p + step;
      const y = x + step;
      const z = y + step;
      out[k] += gram[x] + gram[y + width] + gram[z + 2 * width];
      out[k + width] += gram[p] - gram[y + 2 * width] + gram[z + width];
      out[k + 2 * width] += gram[p + width] - gram[z] + gram[x + 2 * width];
      out[k + 3 * width] += gram[p + 2 * width] - gram[x + width] + gram[y];
    }
}

/** The upper triangle of the block at `at` becomes the Hermitian conjugate of the lower one, and the diagonal its own. */
export function mirrorBlock(width: number, parity: Parity, blocks: Float64Array, at: number): void {
  const sign = parity === 'even' ? 1 : -1;
  for (let r = 0; r < width; r++)
    for (let s = 0, k = at + 4 * r * width; s < r; s++, k++) {
      const t = at + 4 * s * width + r;
      blocks[t] = sign * blocks[k];
      for (let c = width; c < 4 * width; c += width) blocks[t + c] = -sign * blocks[k + c];
    }
  for (let r = 0; r < width; r++) {
    const k = at + 4 * r * width + r;
    if (parity === 'odd') blocks[k] = 0;
    else for (let c = width; c < 4 * width; c += width) blocks[k + c] = 0;
  }
}

/** The block at `to` becomes the Hermitian conjugate of that of even order at `from`. */
export function conjugateEvenBlock(width: number, blocks: Float64Array, from: number, to: number): void {
  for (let r = 0; r < width; r++)
    for (let s = 0, k = to + 4 * r * width; s < width; s++, k++) {
      const t = from + 4 * s * width + r;
      blocks[k] = blocks[t];
      for (let c = width; c < 4 * width; c += width) blocks[k + c] = -blocks[t + c];
    }
}

/**
 * N = L R of a block L of odd order, σ·g + id, from all products of components: that of component c of L, in row r, and d of R, in column s, stands at
 * ((4r + c) 4 + d) width + s. With R of even order, u + iσ·v, N is σ·(ug − g × v − dv) + i(g·v + du).
 */
export function oddTimesEven(width: number, products: Float64Array, out: Float64Array): void {
  const n = width;
  for (let r = 0; r < n; r++)
    for (let s = 0, k = 16 * r * n, to = 4 * r * n; s < n; s++, k++, to++) {
      out[to] = products[k + 5 * n] + products[k + 10 * n] + products[k + 15 * n] + products[k];
      out[to + n] = products[k + 4 * n] - products[k + 11 * n] + products[k + 14 * n] - products[k + n];
      out[to + 2 * n] = products[k + 8 * n] - products[k + 13 * n] + products[k + 7 * n] - products[k + 2 * n];
      out[to + 3 * n] = products[k + 12 * n] - products[k + 6 * n] + products[k + 9 * n] - products[k + 3 * n];
    }
}

/** The same with R of odd order without a scalar, σ·h: g·h + iσ·(g × h + dh). */
export function oddTimesVector(width: number, products: Float64Array, out: Float64Array): void {
  const n = width;
  for (let r = 0; r < n; r++)
    for (let s = 0, k = 16 * r * n, to = 4 * r * n; s < n; s++, k++, to++) {
      out[to] = products[k + 5 * n] + products[k + 10 * n] + products[k + 15 * n];
      out[to + n] = products[k + 11 * n] - products[k + 14 * n] + products[k + n];
      out[to + 2 * n] = products[k + 13 * n] - products[k + 7 * n] + products[k + 2 * n];
      out[to + 3 * n] = products[k + 6 * n] - products[k + 9 * n] + products[k + 3 * n];
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
  const sign = parity === 'even' ? -0.5 : 0.5;
  for (let r = 0; r < width; r++)
    for (let s = 0, k = 4 * r * width; s < width; s++, k++) {
      const t = 4 * s * width + r;
      out[to + k] += sign * product[t] - 0.5 * product[k];
      for (let c = width; c < 4 * width; c += width) out[to + k + c] += -sign * product[t + c] - 0.5 * product[k + c];
    }
}
