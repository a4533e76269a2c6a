/** The orders that decorrelate slowest, found on a few configurations of a chain. */
import { spinCount } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { Order } from '../sampling/choosing/trial.ts';
import { squaredOrders } from './magnetization.ts';
import type { Family } from './observable.ts';
import { structureFactors } from './structure-factor.ts';

/**
 * What a trial of a sampler should watch beside log W: m², m_s² where there are two sublattices, and the S(q)/N with the largest mean over the
 * given configurations, if any, where it exceeds both. A dozen configurations suffice, since an order that they do not show is none yet; all S(q) of them cost as much
 * as a dozen measurements.
 */
export function leadingOrders(lattice: Lattice, configurations: readonly Float64Array[]): Order[] {
  const known = squaredOrders(lattice);
  if (configurations.length === 0) return known;
  const factors = structureFactors(lattice);
  const means = meansOf(factors[0].member.family, configurations);
  const largest = means.indexOf(Math.max(...means));
  const meanOf = (order: Order) => configurations.reduce((sum, spins) => sum + order(spins), 0) / configurations.length;
  const count = spinCount(lattice);
  if (means[largest] / count <= Math.max(...known.map(meanOf)) * (1 + ROUNDING)) return known;
  return [...known, (spins) => factors[largest].evaluate(spins) / count];
}

function meansOf(family: Family, configurations: readonly Float64Array[]): Float64Array {
  const sums = family.evaluate(configurations[0]).map(() => 0);
  for (const spins of configurations) {
    const values = family.evaluate(spins);
    for (let k = 0; k < sums.length; k++) sums[k] += values[k];
  }
  return sums.map((sum) => sum / configurations.length);
}

/** S(0)/N and m² are the same number, computed in two ways. */
const ROUNDING = 1e-9;
