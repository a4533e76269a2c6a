/** Numbering of sites, and the way back into the lattice across its boundaries. */
import type { IntegerVector, Place } from './integer.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';
import type { Lattice, LatticeGrid } from './lattice.ts';

/** All unit cells, the first direction fastest. */
export function cells(size: readonly number[]): number[][] {
  return size.reduce<number[][]>(
    (all, length) => Array.from({ length }, (_, n) => all.map((cell) => [...cell, n])).flat(),
    [[]],
  );
}

/** All sites in the order of their numbers. */
export function places({ basis }: InfiniteLattice, size: readonly number[]): Place[] {
  return cells(size).flatMap((cell) => basis.map((_, b) => ({ cell, basis: b })));
}

/** The number of a site, b + basisCount · (x + L_x · (y + L_y · z)). */
export function siteOf(infinite: InfiniteLattice, size: readonly number[], { cell, basis }: Place): number {
  const index = cell.reduceRight((sum, n, d) => n + size[d] * sum, 0);
  return basis + infinite.basis.length * index;
}

/** The cell inside the lattice and how often each boundary was crossed; undefined beyond an open one. */
export function wrap(
  { size, boundary }: LatticeGrid,
  cell: IntegerVector,
): { readonly cell: IntegerVector; readonly winding: IntegerVector } | undefined {
  const winding = cell.map((n, d) => Math.floor(n / size[d]));
  if (winding.some((count, d) => count !== 0 && boundary[d] === 'open')) return undefined;
  return { cell: cell.map((n, d) => n - winding[d] * size[d]), winding };
}

/** Coordinates of the unit cell of a site. */
export function cellOf({ spec: { size }, basisCount, gridSites }: Lattice, site: number): number[] {
  let rest = Math.floor((gridSites?.[site] ?? site) / basisCount);
  return size.map((length) => {
    const coordinate = rest % length;
    rest = Math.floor(rest / length);
    return coordinate;
  });
}

/** The number of a site within its unit cell. */
export const basisOf = ({ basisCount, gridSites }: Lattice, site: number): number =>
  (gridSites?.[site] ?? site) % basisCount;
