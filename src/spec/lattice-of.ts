/** The lattice of a spec, with its disorder. */
import { createLattice } from '../lattice/create.ts';
import type { Lattice, LatticeSpec } from '../lattice/lattice.ts';
import { cache } from '../numeric/cache.ts';
import type { Spec } from './shape.ts';

/** The points of a study share few lattices, whose bonds and shells are made once. */
const lattices = cache<Lattice>(8);

/** The lattice that a spec describes. Points of a study share those that are alike. */
export function latticeOf({ lattice, disorder }: Pick<Spec, 'lattice' | 'disorder'>): Lattice {
  const spec: LatticeSpec = { ...lattice, disorder };
  return lattices(JSON.stringify(spec), () => createLattice(spec));
}
