/** Products and transforms of an evaluation, bound to its arrays. */
import type { Workspace } from './nodal-workspace.ts';
import type { SparseMatrix } from './sparse.ts';
import type { Stages } from './tables.ts';

type Step = () => void;

/** One of all groups after another. */
export const forGroups = <T>({ packing: { groupCount } }: Workspace, make: (group: number) => T): T[] =>
  Array.from({ length: groupCount }, (_, p) => make(p));

/** From sites to waves and back, rows of (x, y, z, 0). */
export function vectorTransforms(w: Workspace) {
  const { vectorScratch, vectorScratch2 } = w.arrays;
  return transforms(w, w.spins, [vectorScratch, vectorScratch2], 4);
}

/** From sites to waves and back, rows of one vector for every orbital. */
export function rowTransforms(w: Workspace) {
  const { rowScratch, rowScratch2 } = w.arrays;
  return transforms(w, w.electrons, [rowScratch, rowScratch2], 3 * w.packing.width);
}

function transforms(
  { kernels }: Workspace,
  { forward, backward }: Stages,
  scratch: readonly Float64Array[],
  width: number,
) {
  const bound = (matrices: readonly SparseMatrix[], from: Float64Array, to: Float64Array) => {
    const last = matrices.length - 1;
    return all(
      matrices.map((matrix, s) =>
        kernels.combination(matrix, s === 0 ? from : scratch[(s - 1) % 2], s === last ? to : scratch[s % 2], width),
      ),
    );
  };
  return {
    toWaves: (from: Float64Array, to: Float64Array) => bound(forward, from, to),
    toSites: (from: Float64Array, to: Float64Array) => bound(backward, from, to),
  };
}

/** Steps as one. */
export function all(steps: readonly Step[]): Step {
  return () => {
    for (const step of steps) step();
  };
}

/**
 * All products of components, Σ_j X_j Y_j over the sites of a group: (leftWidth × rightWidth) from rows by site of so many columns each, beginning at `columns`.
 */
export function gramOf(
  { kernels, packing: { groupSize } }: Workspace,
  group: number,
  [left, leftWidth]: readonly [Float64Array, number],
  [right, rightWidth]: readonly [Float64Array, number],
  out: Float64Array,
  period = 0,
): Step {
  const site = group * groupSize;
  return kernels.product({
    left: { array: left, start: site * leftWidth, row: 1, column: leftWidth },
    right: { array: right, start: site * rightWidth, row: rightWidth },
    out: { array: out, start: 0, row: rightWidth },
    shape: { rows: leftWidth, inner: groupSize, columns: rightWidth },
    period,
  });
}

/** Rows of the sites of a group times a matrix, (fromWidth × toWidth). */
export function rowsTimes(
  { kernels, packing: { groupSize } }: Workspace,
  group: number,
  [rows, fromWidth]: readonly [Float64Array, number],
  matrix: Float64Array,
  [out, toWidth]: readonly [Float64Array, number],
  adds = false,
): Step {
  const site = group * groupSize;
  return kernels.product({
    left: { array: rows, start: site * fromWidth, row: fromWidth },
    right: { array: matrix, start: 0, row: toWidth },
    out: { array: out, start: site * toWidth, row: toWidth },
    shape: { rows: groupSize, inner: fromWidth, columns: toWidth },
    adds,
  });
}
