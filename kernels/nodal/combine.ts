/**
 * A sparse matrix times a dense one: row i of the result is Σ_e value[e] × row column[e], rowStart[i] ≤ e < rowStart[i + 1]. Rows are `size` bytes, a
 * multiple of 16. Stages of a transform are such matrices, applied to all columns at once; up to eighteen columns stay in registers.
 */

// @ts-ignore: decorator
@inline
function addTimes(sum: v128, a: v128, address: usize): v128 {
  return f64x2.add(sum, f64x2.mul(a, v128.load(address)));
}

export function nodalCombine(rowStart: usize, column: usize, value: usize, rows: i32, from: usize, to: usize, size: usize): void {
  for (let i = 0; i < rows; i++) {
    const first = load<i32>(rowStart), count = load<i32>(rowStart, 4) - first;
    const columns = column + ((<usize>first) << 2), values = value + ((<usize>first) << 3);
    let at: usize = 0;
    for (; at + 144 <= size; at += 144) strip9(columns, values, count, from + at, to + at, size);
    for (; at + 96 <= size; at += 96) strip6(columns, values, count, from + at, to + at, size);
    for (; at + 32 <= size; at += 32) strip2(columns, values, count, from + at, to + at, size);
    if (at < size) strip1(columns, values, count, from + at, to + at, size);
    rowStart += 4;
    to += size;
  }
}

// @ts-ignore: decorator
@inline
function strip9(columns: usize, values: usize, count: i32, from: usize, to: usize, size: usize): void {
  let a = f64x2.splat(0), b = f64x2.splat(0), c = f64x2.splat(0), d = f64x2.splat(0);
  let e = f64x2.splat(0), f = f64x2.splat(0), g = f64x2.splat(0), h = f64x2.splat(0);
  let i = f64x2.splat(0);
  for (let k = 0; k < count; k++) {
    const at = from + size * <usize>load<i32>(columns + ((<usize>k) << 2));
    const v = v128.load64_splat(values + ((<usize>k) << 3));
    a = addTimes(a, v, at);
    b = addTimes(b, v, at + 16);
    c = addTimes(c, v, at + 32);
    d = addTimes(d, v, at + 48);
    e = addTimes(e, v, at + 64);
    f = addTimes(f, v, at + 80);
    g = addTimes(g, v, at + 96);
    h = addTimes(h, v, at + 112);
    i = addTimes(i, v, at + 128);
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
  v128.store(to, e, 64);
  v128.store(to, f, 80);
  v128.store(to, g, 96);
  v128.store(to, h, 112);
  v128.store(to, i, 128);
}

// @ts-ignore: decorator
@inline
function strip6(columns: usize, values: usize, count: i32, from: usize, to: usize, size: usize): void {
  let a = f64x2.splat(0), b = f64x2.splat(0), c = f64x2.splat(0), d = f64x2.splat(0);
  let e = f64x2.splat(0), f = f64x2.splat(0);
  for (let k = 0; k < count; k++) {
    const at = from + size * <usize>load<i32>(columns + ((<usize>k) << 2));
    const v = v128.load64_splat(values + ((<usize>k) << 3));
    a = addTimes(a, v, at);
    b = addTimes(b, v, at + 16);
    c = addTimes(c, v, at + 32);
    d = addTimes(d, v, at + 48);
    e = addTimes(e, v, at + 64);
    f = addTimes(f, v, at + 80);
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
  v128.store(to, e, 64);
  v128.store(to, f, 80);
}

// @ts-ignore: decorator
@inline
function strip2(columns: usize, values: usize, count: i32, from: usize, to: usize, size: usize): void {
  let a = f64x2.splat(0), b = f64x2.splat(0);
  for (let k = 0; k < count; k++) {
    const at = from + size * <usize>load<i32>(columns + ((<usize>k) << 2));
    const v = v128.load64_splat(values + ((<usize>k) << 3));
    a = addTimes(a, v, at);
    b = addTimes(b, v, at + 16);
  }
  v128.store(to, a);
  v128.store(to, b, 16);
}

// @ts-ignore: decorator
@inline
function strip1(columns: usize, values: usize, count: i32, from: usize, to: usize, size: usize): void {
  let a = f64x2.splat(0);
  for (let k = 0; k < count; k++) {
    const at = from + size * <usize>load<i32>(columns + ((<usize>k) << 2));
    const v = v128.load64_splat(values + ((<usize>k) << 3));
    a = addTimes(a, v, at);
  }
  v128.store(to, a);
}
