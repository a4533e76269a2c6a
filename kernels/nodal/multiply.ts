/**
 * Products of small dense matrices, C = L R or C += L R. Element (p, k) of L stands `leftRow` p + `leftColumn` k bytes from `left`, so that L may be
 * the transpose of what is stored; rows of R and C are contiguous, with an even number of columns.
 *
 * With a `period` C consists of square blocks of so many rows, and some elements above their diagonals are left as they are.
 *
 * Every element is one sum over k ascending, whatever the tile it lies in: the TypeScript twin adds in the same order. Tiles of four rows by four
 * columns keep eight sums in registers and take six loads for sixteen multiply-adds.
 */

// @ts-ignore: decorator
@inline
function addTimes(sum: v128, a: v128, b: v128): v128 {
  return f64x2.add(sum, f64x2.mul(a, b));
}

// @ts-ignore: decorator
@inline
function start(address: usize, adds: bool): v128 {
  return adds ? v128.load(address) : f64x2.splat(0);
}

/** Whether a tile of four by four lies in one block of `period` rows and columns, above its diagonal. */
function isAbove(p: i32, q: i32, period: i32): bool {
  const row = p % period + 3, column = q % period;
  return row < period && column + 3 < period && column > row;
}

export function nodalMultiply(
  left: usize, leftRow: usize, leftColumn: usize, right: usize, rightRow: usize, out: usize, outRow: usize,
  rows: i32, inner: i32, columns: i32, adds: bool, period: i32,
): void {
  const wide = columns & ~3, tall = rows & ~3;
  for (let q = 0; q < columns; q += 4) {
    const r = right + 8 * <usize>q;
    for (let p = 0; p < tall; p += 4) {
      if (period && isAbove(p, q, period)) continue;
      const l = left + leftRow * <usize>p, c = out + outRow * <usize>p + 8 * <usize>q;
      if (q < wide) tile4(l, leftRow, leftColumn, r, rightRow, c, outRow, inner, adds);
      else tile2(l, leftRow, leftColumn, r, rightRow, c, outRow, inner, adds);
    }
    let p = tall;
    if (rows - p >= 2 && q < wide) {
      pair4(left + leftRow * <usize>p, leftRow, leftColumn, r, rightRow, out + outRow * <usize>p + 8 * <usize>q, outRow, inner, adds);
      p += 2;
    }
    for (; p < rows; p++) {
      const l = left + leftRow * <usize>p, c = out + outRow * <usize>p + 8 * <usize>q;
      row2(l, leftColumn, r, rightRow, c, inner, adds);
      if (q < wide) row2(l, leftColumn, r + 16, rightRow, c + 16, inner, adds);
    }
  }
}

/** Four rows by four columns. */
function tile4(l: usize, leftRow: usize, leftColumn: usize, r: usize, rightRow: usize, c: usize, outRow: usize, inner: i32, adds: bool): void {
  const d = c + outRow, e = d + outRow, f = e + outRow;
  let c0 = start(c, adds), c1 = start(c + 16, adds), d0 = start(d, adds), d1 = start(d + 16, adds);
  let e0 = start(e, adds), e1 = start(e + 16, adds), f0 = start(f, adds), f1 = start(f + 16, adds);
  for (let k = 0; k < inner; k++) {
    const r0 = v128.load(r), r1 = v128.load(r, 16);
    const a = v128.load64_splat(l);
    c0 = addTimes(c0, a, r0);
    c1 = addTimes(c1, a, r1);
    const b = v128.load64_splat(l + leftRow);
    d0 = addTimes(d0, b, r0);
    d1 = addTimes(d1, b, r1);
    const g = v128.load64_splat(l + 2 * leftRow);
    e0 = addTimes(e0, g, r0);
    e1 = addTimes(e1, g, r1);
    const h = v128.load64_splat(l + 3 * leftRow);
    f0 = addTimes(f0, h, r0);
    f1 = addTimes(f1, h, r1);
    l += leftColumn;
    r += rightRow;
  }
  v128.store(c, c0);
  v128.store(c, c1, 16);
  v128.store(d, d0);
  v128.store(d, d1, 16);
  v128.store(e, e0);
  v128.store(e, e1, 16);
  v128.store(f, f0);
  v128.store(f, f1, 16);
}

/** Four rows by two columns. */
function tile2(l: usize, leftRow: usize, leftColumn: usize, r: usize, rightRow: usize, c: usize, outRow: usize, inner: i32, adds: bool): void {
  const d = c + outRow, e = d + outRow, f = e + outRow;
  let c0 = start(c, adds), d0 = start(d, adds), e0 = start(e, adds), f0 = start(f, adds);
  for (let k = 0; k < inner; k++) {
    const r0 = v128.load(r);
    c0 = addTimes(c0, v128.load64_splat(l), r0);
    d0 = addTimes(d0, v128.load64_splat(l + leftRow), r0);
    e0 = addTimes(e0, v128.load64_splat(l + 2 * leftRow), r0);
    f0 = addTimes(f0, v128.load64_splat(l + 3 * leftRow), r0);
    l += leftColumn;
    r += rightRow;
  }
  v128.store(c, c0);
  v128.store(d, d0);
  v128.store(e, e0);
  v128.store(f, f0);
}

/** Two rows by four columns. */
function pair4(l: usize, leftRow: usize, leftColumn: usize, r: usize, rightRow: usize, c: usize, outRow: usize, inner: i32, adds: bool): void {
  const d = c + outRow;
  let c0 = start(c, adds), c1 = start(c + 16, adds), d0 = start(d, adds), d1 = start(d + 16, adds);
  for (let k = 0; k < inner; k++) {
    const r0 = v128.load(r), r1 = v128.load(r, 16);
    const a = v128.load64_splat(l), b = v128.load64_splat(l + leftRow);
    c0 = addTimes(c0, a, r0);
    c1 = addTimes(c1, a, r1);
    d0 = addTimes(d0, b, r0);
    d1 = addTimes(d1, b, r1);
    l += leftColumn;
    r += rightRow;
  }
  v128.store(c, c0);
  v128.store(c, c1, 16);
  v128.store(d, d0);
  v128.store(d, d1, 16);
}

/** One row by two columns. */
function row2(l: usize, leftColumn: usize, r: usize, rightRow: usize, c: usize, inner: i32, adds: bool): void {
  let sum = start(c, adds);
  for (let k = 0; k < inner; k++) {
    sum = addTimes(sum, v128.load64_splat(l), v128.load(r));
    l += leftColumn;
    r += rightRow;
  }
  v128.store(c, sum);
}
