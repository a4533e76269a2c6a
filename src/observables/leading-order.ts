/** The orders that decorrelate slowest, found on a few configurations of a chain. */
import type { Lattice } from '../lattice/lattice.ts';
import type { Order } from '../sampling/choosing/trial.ts';
import { squaredOrders } from './magnetization.ts';
import { structureFactors } from './structure-factor.ts';

/**
 * What a trial of a sampler should watch beside log W: m², m_s² where there are two sublattices, and the S(q)/N with the largest mean over the
 * given configurations, if any, where it exceeds both. A dozen configurations suffice, since an order that they do not show is none yet; all S(q) of them cost as much
 * as a dozen measurements.
 */
export function leadingOrders(lattice: Lattice, configurations: readonly Float64Array[]): Order[] {
  const known = squaredOrders(lattice);
  if (configurations.length === 0) return known;
  const others = structureFactors(lattice).map(
    ({ evaluate }) =>
      (spins: Float64Array) =>
        evaluate(spins) / lattice.siteCount,
  );
  const meanOf = (order: Order) => configurations.reduce((sum, spins) => sum + order(spins), 0) / configurations.length;
  const largest = others.map((order) => ({ order, mean: meanOf(order) })).reduce((a, b) => (b.mean > a.mean ? b : a));
  return largest.mean > Math.max(...known.map(meanOf)) * (1 + ROUNDING) ? [...known, largest.order] : known;
}

/** S(0)/N and m² are the same number, computed in two ways. */
const ROUNDING = 1e-9;
