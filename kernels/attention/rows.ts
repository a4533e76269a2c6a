/** Vectors by pairs of rows: x x', y y', z z', the first row in lane 0. The address of a row is that of its x. */

/** One vector into the lane of its row. */
// @ts-ignore: decorator
@inline
export function storeRow(row: usize, xy: v128, z: v128): void {
  v128.store64_lane(row, xy, 0);
  v128.store64_lane(row, xy, 1, 16);
  v128.store64_lane(row, z, 0, 32);
}

/** The address of the next row: from lane 0 to lane 1, from there to the next pair; blocks start on multiples of 16. */
// @ts-ignore: decorator
@inline
export function nextRow(row: usize): usize {
  return row & 8 ? row + 40 : row + 8;
}
