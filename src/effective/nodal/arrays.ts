/** The arrays of a nodal model, by what they hold. Rows by site are (x, y, z, 0) of vectors, or columns by component and orbital: column c width + r. */
import { CHUNK } from '../../exact/factor/pole-factors.ts';
import type { Arithmetic } from '../../exact/factor/problem.ts';
import type { LogCoshExpansion } from '../../numeric/rational/log-cosh.ts';
import type { Views } from '../../wasm/workspace.ts';
import type { Packing } from './packing.ts';
import { BLOCK_FORMS } from './resolvent-blocks.ts';

export type Lengths = ReturnType<typeof lengths>;
export type NodalArrays = Views<Lengths>;

/** The lengths of all arrays, or what they hold from the start. */
export function lengths(
  { siteCount, groupCount, orbitalCount, width, orbitals }: Packing,
  arithmetic: Arithmetic,
  expansion: LogCoshExpansion,
) {
  const rows = 3 * siteCount * width;
  const blocks = 4 * groupCount * width * width;
  const size = groupCount * orbitalCount;
  const matrix = BLOCK_FORMS[arithmetic].size * size * size;
  return {
    orbitals,
    sortedSpins: 4 * siteCount,
    scaledSpins: 4 * siteCount,
    spinWaves: 4 * siteCount,
    smearedWaves: 4 * siteCount,
    smeared: 4 * siteCount,
    smearedSlope: 4 * siteCount,
    slopeWaves: 4 * siteCount,
    slope: 4 * siteCount,
    vectorScratch: 4 * siteCount,
    vectorScratch2: 4 * siteCount,
    vertices: rows,
    smearedVertices: rows,
    vertexWaves: rows,
    secondWaves: rows,
    lossWaves: rows,
    thirdWaves: rows,
    thirdRows: rows,
    dual: rows,
    dualWaves: rows,
    slopeRowWaves: rows,
    rowSlope: rows,
    rowScratch: rows,
    rowScratch2: rows,
    spinProducts: 4 * siteCount * width,
    first: blocks,
    lost: blocks,
    even: blocks,
    odd: blocks,
    evenDensity: blocks,
    oddDensity: blocks,
    firstDensity: blocks,
    lossDensity: blocks,
    gram: 12 * width * width,
    blockProducts: 16 * width * width,
    turn: 12 * width * width,
    matrix,
    green: 2 * matrix,
    sum: matrix,
    shifts: expansion.shifts,
    weights: expansion.residues,
    products: expansion.shifts.length * (Math.floor(size / CHUNK) + 1),
  };
}
