/** The graphs that factorisations order: lattices without the sites eliminated in closed form. */
import { hoppingMatrix } from '../../../src/exact/hopping.ts';
import { neighbourLists } from '../../../src/exact/pattern/graph.ts';
import { independentSet } from '../../../src/exact/pattern/independent-set.ts';
import { coupledPairs, reduce } from '../../../src/exact/pattern/reduction.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';

export function reducedGraph(spec: LatticeSpec): number[][] {
  const hopping = hoppingMatrix(createLattice(spec), [1]);
  const reduction = reduce(hopping, independentSet(hopping));
  return neighbourLists(reduction.retained.length, coupledPairs(reduction));
}
