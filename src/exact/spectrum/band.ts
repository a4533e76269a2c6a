/** How a matrix is laid out for the reductions: a band of its lower triangle, sites ordered so that the band is narrow. */
import type { HoppingMatrix } from '../hopping.ts';
import { bandwidth, narrowOrdering } from './ordering.ts';

/** Element (i, j), i ≥ j, is number j·stride + i − j; 2·bandwidth rows are kept, because the reduction fills as many. */
export interface BandShape {
  readonly size: number;
  /** The bandwidth, at least 1. */
  readonly bandwidth: number;
  readonly stride: number;
}

/** Chasing a bulge costs about 6 size² bandwidth, the reduction of a full matrix 4/3 size³; by measurement, the break-even point is here. */
const FULL_FROM = 0.25;

export function bandShape(size: number, width: number): BandShape {
  const used = Math.max(1, width > FULL_FROM * size ? size - 1 : width);
  return { size, bandwidth: used, stride: Math.min(2 * used, size) };
}

export interface SiteOrder {
  readonly position: Int32Array;
  /** Largest distance between the positions of two sites joined by hopping. */
  readonly width: number;
}

export function siteOrder(hopping: HoppingMatrix): SiteOrder {
  const position = narrowOrdering(hopping);
  return { position, width: bandwidth(hopping, position) };
}

/** Visits the elements T_ij on and below the diagonal, `row` and `column` being positions. */
export function visitLowerTriangle(
  { siteCount, rowStart, column, real, imaginary }: HoppingMatrix,
  { position }: SiteOrder,
  visit: (row: number, column: number, real: number, imaginary: number, site: number) => void,
): void {
  for (let i = 0; i < siteCount; i++)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const j = column[e];
      if (position[i] >= position[j]) visit(position[i], position[j], real[e], imaginary[e], i);
    }
}
