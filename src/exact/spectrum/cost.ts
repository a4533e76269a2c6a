/** What all levels of a configuration cost. */
import type { SpinFermionSystem } from '../system.ts';
import { bandShape, siteOrder } from './band.ts';

/** Nanoseconds for each operation of the reduction, by measurement on a core of 2023. */
const QUATERNION = 0.55;
const COMPLEX = 0.22;
/** Nanoseconds of the QL iteration, over (2N)². */
const QL = 24;

/**
 * Nanoseconds of a core of 2023, counted from operations and not timed, so that choices made by it are the same everywhere; right to 20 % or so from 16 to 256 sites.
 */
export function spectrumCost({ hopping, sublattice, siteCount }: SpinFermionSystem): number {
  const { width } = siteOrder(hopping);
  const reduction = sublattice
    ? QUATERNION * operations(siteCount, width)
    : COMPLEX * operations(2 * siteCount, 2 * width);
  return reduction + QL * 4 * siteCount * siteCount;
}

/** The reduction of a full matrix, or of a band: src/exact/spectrum/band.ts. */
function operations(size: number, width: number): number {
  const { bandwidth } = bandShape(size, width);
  return bandwidth === size - 1 ? (4 / 3) * size * size * size : 6 * size * size * bandwidth;
}
