/** Tilted clusters: lattices that are periodic by supercell vectors in any direction, as grids along other primitive vectors. */
import { adjugate, apply, determinant, minus, multiply, plus, squaredLength, times, transposed } from '../integer.ts';
import type { InfiniteLattice, IntegerMatrix } from '../kinds/infinite-lattice.ts';
import type { CompleteLatticeSpec, LatticeGrid } from '../lattice.ts';
import { gridOfOpenCluster } from './open.ts';
import { type GridOfSupercell, gridOfSupercell } from './smith.ts';

/** An infinite lattice and the part of it that a finite one is. */
export interface Part {
  readonly infinite: InfiniteLattice;
  readonly grid: LatticeGrid;
}

/** The part that a spec names. On a tilted cluster primitive vectors are others, the shortest with which it is a grid. */
export function partOf(spec: CompleteLatticeSpec, infinite: InfiniteLattice): Part {
  const { size, ...others } = spec;
  if (!isMatrix(size)) return { infinite, grid: { ...others, size } };
  if (spec.boundary.includes('open')) return openPart(others, infinite, size);
  const { directions, size: counts } = shortened(infinite, gridOfSupercell(size));
  const twist = twistsAlong(directions, counts, size, spec.twist);
  return { infinite: inDirections(infinite, directions), grid: { ...others, size: counts, twist, supercell: size } };
}

/** With an open direction: the periodic one keeps its twist, and its supercell vector. */
function openPart(others: Omit<LatticeGrid, 'size'>, infinite: InfiniteLattice, rows: IntegerMatrix): Part {
  const { directions, size } = gridOfOpenCluster(infinite, rows, others.boundary);
  return { infinite: inDirections(infinite, directions), grid: { ...others, size } };
}

/** Whether a size is given by supercell vectors. */
export const isMatrix = (size: CompleteLatticeSpec['size']): size is readonly (readonly number[])[] =>
  size.some((entry) => Array.isArray(entry));

/** Directions, made shorter by adding others to them as long as that is possible; the supercell stays the same where the size of the one is divided by that of the other. */
function shortened(infinite: InfiniteLattice, { directions, size }: GridOfSupercell): GridOfSupercell {
  const rows = directions.map((row) => [...row]);
  const pairs = rows.flatMap((_, i) => rows.flatMap((__, j) => (i === j ? [] : [[i, j] as const])));
  const shorten = ([i, j]: readonly [number, number]): boolean => {
    const step = times(rows[j], Math.max(1, size[j] / size[i]));
    const shorter = [plus(rows[i], step), minus(rows[i], step)].find(
      (candidate) => squaredLength(infinite, candidate) < squaredLength(infinite, rows[i]),
    );
    if (shorter) rows[i] = shorter;
    return shorter !== undefined;
  };
  while (pairs.some(shorten));
  return { directions: rows, size };
}

/** Phases across the grid, in turns, from those across the supercell vectors: size[d] directions[d] is a sum of these with whole coefficients. */
function twistsAlong(
  directions: IntegerMatrix,
  size: readonly number[],
  supercell: IntegerMatrix,
  twist: readonly number[],
): number[] {
  const cells = determinant(supercell);
  const coefficients = multiply(directions, adjugate(supercell));
  return coefficients.map((row, d) => row.reduce((sum, value, k) => sum + ((size[d] * value) / cells) * twist[k], 0));
}

/** The infinite lattice in other primitive vectors, given as rows in units of its own. Sites of a cell and shells keep their numbers. */
function inDirections(infinite: InfiniteLattice, directions: IntegerMatrix): InfiniteLattice {
  const { scale, basis, gram, centre, generators, primitiveVectors } = infinite;
  // Points change by the inverse of what vectors of the lattice change by; its determinant is ± 1.
  const toGrid = transposed(adjugate(directions).map((row) => times(row, determinant(directions))));
  const fromGrid = transposed(directions);
  const turned = (matrix: IntegerMatrix) => multiply(multiply(toGrid, matrix), fromGrid);
  return {
    ...infinite,
    primitiveVectors: multiply(directions, primitiveVectors),
    basis: basis.map((point) => apply(toGrid, point).map((n) => n - scale * Math.floor(n / scale))),
    gram: multiply(multiply(directions, gram), fromGrid),
    centre: apply(toGrid, centre),
    generators: generators.map(({ matrix, shift }) => ({
      matrix: turned(matrix),
      ...(shift ? { shift: apply(toGrid, shift) } : {}),
    })),
    given: { infinite, toGrid, fromGrid },
  };
}
