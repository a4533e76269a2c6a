/** Where chains start, unless a spec says otherwise: half of them hot, half of them cold, so that a run which still depends on its starts is found out. */
import { nearestSublattices } from '../lattice/bipartition.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { hotSpins } from '../spins/hot.ts';
import { namedConfiguration } from '../spins/named.ts';

/** Chains are numbered from 1. */
export const isHot = (chain: number): boolean => chain % 2 === 1;

/** Random spins for odd chains; the Néel state, or the ferromagnet where there is none, for even ones. */
export function startingSpins(lattice: Lattice, chain: number, random: RandomStream): Float64Array {
  // From the chain's own stream: no two chains start alike.
  return isHot(chain) ? hotSpins(lattice, random) : coldSpins(lattice);
}

/** What even chains start with. */
export function coldSpins(lattice: Lattice): Float64Array {
  return namedConfiguration(nearestSublattices(lattice) ? 'neel' : 'ferromagnet', lattice);
}
