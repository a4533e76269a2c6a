/**
 * Rows by site of one vector for every orbital, two orbitals at a time: x in the first `width` columns, then y, then z; `width` is even. Vectors by site are (x, y, z, 0). The TypeScript
 * twin, src/effective/nodal/rows.ts, says what each function is for; its sums have the same two parts.
 */
import { add, mul, sub } from '../numeric/vectors';

/** A_a(i) = φ_a(i) s_i. */
export function nodalVertices(orbitals: usize, vectors: usize, out: usize, sites: i32, width: i32): void {
  const size = (<usize>width) << 3;
  for (let i = 0; i < sites; i++) {
    const x = v128.load64_splat(vectors), y = v128.load64_splat(vectors, 8), z = v128.load64_splat(vectors, 16);
    for (const end = orbitals + size; orbitals < end; orbitals += 16) {
      const phi = v128.load(orbitals);
      v128.store(out, mul(phi, x));
      v128.store(out + size, mul(phi, y));
      v128.store(out + 2 * size, mul(phi, z));
      out += 16;
    }
    out += 2 * size;
    vectors += 32;
  }
}

/** ds_i += factor Σ_a φ_a(i) dA_a(i). */
export function nodalCollect(orbitals: usize, rows: usize, factor: f64, out: usize, sites: i32, width: i32): void {
  const size = (<usize>width) << 3;
  for (let i = 0; i < sites; i++) {
    let x = f64x2.splat(0), y = f64x2.splat(0), z = f64x2.splat(0);
    for (const end = orbitals + size; orbitals < end; orbitals += 16) {
      const phi = v128.load(orbitals);
      x = add(x, mul(phi, v128.load(rows)));
      y = add(y, mul(phi, v128.load(rows + size)));
      z = add(z, mul(phi, v128.load(rows + 2 * size)));
      rows += 16;
    }
    rows += 2 * size;
    addSums(out, factor, x, y, z);
    out += 32;
  }
}

// @ts-ignore: decorator
@inline
function addSums(out: usize, factor: f64, x: v128, y: v128, z: v128): void {
  store<f64>(out, load<f64>(out) + factor * (f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1)));
  store<f64>(out, load<f64>(out, 8) + factor * (f64x2.extract_lane(y, 0) + f64x2.extract_lane(y, 1)), 8);
  store<f64>(out, load<f64>(out, 16) + factor * (f64x2.extract_lane(z, 0) + f64x2.extract_lane(z, 1)), 16);
}

/** p = B·s and w = B × s. */
export function nodalSpinProducts(rows: usize, vectors: usize, out: usize, sites: i32, width: i32): void {
  const size = (<usize>width) << 3;
  for (let i = 0; i < sites; i++) {
    const sx = v128.load64_splat(vectors), sy = v128.load64_splat(vectors, 8), sz = v128.load64_splat(vectors, 16);
    for (const end = rows + size; rows < end; rows += 16) {
      const x = v128.load(rows), y = v128.load(rows + size), z = v128.load(rows + 2 * size);
      v128.store(out, add(add(mul(x, sx), mul(y, sy)), mul(z, sz)));
      v128.store(out + size, sub(mul(y, sz), mul(z, sy)));
      v128.store(out + 2 * size, sub(mul(z, sx), mul(x, sz)));
      v128.store(out + 3 * size, sub(mul(x, sy), mul(y, sx)));
      out += 16;
    }
    rows += 2 * size;
    out += 3 * size;
    vectors += 32;
  }
}

/** dB_a = 4 (y_0 s − s × y) to `slope`, and ds_j += 2 Σ_a (y_0 B_a − y × B_a). */
export function nodalSpinProductsBack(
  transported: usize, rows: usize, vectors: usize, slope: usize, vectorSlope: usize, sites: i32, width: i32,
): void {
  const size = (<usize>width) << 3;
  const four = f64x2.splat(4);
  for (let i = 0; i < sites; i++) {
    const sx = v128.load64_splat(vectors), sy = v128.load64_splat(vectors, 8), sz = v128.load64_splat(vectors, 16);
    let dx = f64x2.splat(0), dy = f64x2.splat(0), dz = f64x2.splat(0);
    for (const end = rows + size; rows < end; rows += 16) {
      const u = v128.load(transported), x = v128.load(transported + size);
      const y = v128.load(transported + 2 * size), z = v128.load(transported + 3 * size);
      v128.store(slope, mul(four, add(sub(mul(u, sx), mul(sy, z)), mul(sz, y))));
      v128.store(slope + size, mul(four, add(sub(mul(u, sy), mul(sz, x)), mul(sx, z))));
      v128.store(slope + 2 * size, mul(four, add(sub(mul(u, sz), mul(sx, y)), mul(sy, x))));
      const bx = v128.load(rows), by = v128.load(rows + size), bz = v128.load(rows + 2 * size);
      dx = add(dx, add(sub(mul(u, bx), mul(y, bz)), mul(z, by)));
      dy = add(dy, add(sub(mul(u, by), mul(z, bx)), mul(x, bz)));
      dz = add(dz, add(sub(mul(u, bz), mul(x, by)), mul(y, bx)));
      transported += 16;
      slope += 16;
    }
    rows += 2 * size;
    slope += 2 * size;
    transported += 3 * size;
    addSums(vectorSlope, 2, dx, dy, dz);
    vectorSlope += 32;
    vectors += 32;
  }
}
