/** Blocks as real matrices that rows of vectors are multiplied by from the right: row d width + s for component d of orbital s, columns by component of orbital r. */

/** out_r += factor Σ_s (u_rs B_s − v_rs × B_s), (3 width × 3 width), from the block of even order at `from`. */
export function fillEvenTurn(
  width: number,
  blocks: Float64Array,
  from: number,
  factor: number,
  out: Float64Array,
): void {
  const row = 3 * width;
  const step = width * row;
  for (let r = 0; r < width; r++)
    for (let s = 0, k = from + 4 * r * width, fromX = r; s < width; s++, k++, fromX += row) {
      const u = factor * blocks[k];
      const x = factor * blocks[k + width];
      const y = factor * blocks[k + 2 * width];
      const z = factor * blocks[k + 3 * width];
      const fromY = fromX + step;
      const fromZ = fromY + step;
      out[fromX] = u;
      out[fromY] = z;
      out[fromZ] = -y;
      out[fromX + width] = -z;
      out[fromY + width] = u;
      out[fromZ + width] = x;
      out[fromX + 2 * width] = y;
      out[fromY + 2 * width] = -x;
      out[fromZ + 2 * width] = u;
    }
}

/** Y_r = y_0 + iσ·y = Σ_s (B_s·σ)(σ·v_sr + iu_sr), (3 width × 4 width), from the block of odd order at `from`. */
export function fillOddTurn(width: number, blocks: Float64Array, from: number, out: Float64Array): void {
  const row = 4 * width;
  const step = width * row;
  for (let s = 0; s < width; s++)
    for (let r = 0, k = from + s * row, fromX = s * row; r < width; r++, k++, fromX++) {
      const u = blocks[k];
      const x = blocks[k + width];
      const y = blocks[k + 2 * width];
      const z = blocks[k + 3 * width];
      const fromY = fromX + step;
      const fromZ = fromY + step;
      out[fromX] = x;
      out[fromY] = y;
      out[fromZ] = z;
      out[fromX + width] = u;
      out[fromY + width] = z;
      out[fromZ + width] = -y;
      out[fromX + 2 * width] = -z;
      out[fromY + 2 * width] = u;
      out[fromZ + 2 * width] = x;
      out[fromX + 3 * width] = y;
      out[fromY + 3 * width] = -x;
      out[fromZ + 3 * width] = u;
    }
}
