/**
 * The static pattern of a factorisation, as laid out by src/exact/factor/: counts and addresses of 32-bit index tables.
 * Fields are in the order in which the TypeScript side writes them; see src/exact/pattern/pattern.ts for their meaning.
 */
@unmanaged
export class Pattern {
  siteCount: i32;
  pivotCount: i32;
  /** Pivots to eliminate; the rest is the patch. */
  leadingCount: i32;
  eliminatedCount: i32;
  directCount: i32;
  slotCount: i32;
  pivotSite: usize;
  base: usize;
  rowStart: usize;
  row: usize;
  updateStart: usize;
  update: usize;
  eliminatedSite: usize;
  targetStart: usize;
  target: usize;
  /** Real and imaginary parts as f64. */
  targetReal: usize;
  targetImaginary: usize;
  direct: usize;
  directReal: usize;
  directImaginary: usize;
}

/** Entry `index` of a table of i32. */
// @ts-ignore: decorator
@inline
export function at(table: usize, index: i32): i32 {
  return load<i32>(table + ((<usize>index) << 2));
}

/** Entry `index` of a table of f64. */
// @ts-ignore: decorator
@inline
export function valueAt(table: usize, index: i32): f64 {
  return load<f64>(table + ((<usize>index) << 3));
}

/** Pivot norms multiplied before a logarithm is taken; more could overflow. The same number as in src/exact/factor/pole-factors.ts. */
// @ts-ignore: decorator
@inline
export const CHUNK: i32 = 8;

/** Copies the Schur complement left in the slots of the patch's pivots to a dense m × m matrix of blocks of `size` bytes, row by row. */
export function gatherPatch(pattern: Pattern, values: usize, green: usize, size: usize): void {
  const m = pattern.pivotCount - pattern.leadingCount;
  for (let a = 0; a < m; a++) {
    let block = values + size * <usize>at(pattern.base, pattern.leadingCount + a);
    memory.copy(green + size * <usize>(a * m + a), block, size);
    for (let b = a + 1; b < m; b++) {
      block += size;
      memory.copy(green + size * <usize>(a * m + b), block, size);
      block += size;
      memory.copy(green + size * <usize>(b * m + a), block, size);
    }
  }
}
