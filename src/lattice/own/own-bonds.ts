/** The hopping of a lattice of your own, bond by bond. */
import { bondsAlong } from '../bonds.ts';
import { apply, minus, plus, times } from '../integer.ts';
import type { HoppingBond, Lattice } from '../lattice.ts';

/** All bonds that the spec of a lattice lists, laid out in every cell. Those that cross an open boundary are left out. */
export function ownBonds({ infinite, spec }: Pick<Lattice, 'infinite' | 'spec'>): HoppingBond[] {
  const { infinite: given, toGrid } = infinite.given ?? { infinite, toGrid: undefined };
  return (spec.bonds ?? []).flatMap(({ from, to, cell, hopping, phase = 0 }) => {
    const vector = plus(times(cell, given.scale), minus(given.basis[to], given.basis[from]));
    const displacement = { basis: from, vector: toGrid ? apply(toGrid, vector) : vector };
    return bondsAlong(infinite, spec, displacement).map((bond) => ({ ...bond, turns: bond.turns + phase, hopping }));
  });
}
