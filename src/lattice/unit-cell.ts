/** Where the sites of a cell sit, in numbers for other programs. */
import { cartesian } from './integer.ts';
import type { Lattice } from './lattice.ts';
import { reciprocalVectors } from './reciprocal.ts';

/** Vectors are Cartesian, in units of the lattice constant and of its inverse. */
export interface UnitCell {
  readonly primitiveVectors: readonly (readonly number[])[];
  /** The reciprocal vectors, a_i·b_j = 2πδ_ij. */
  readonly reciprocalVectors: readonly (readonly number[])[];
  /** Site b + n_b (x + L_x (y + L_y z)) sits at x a_1 + y a_2 + z a_3 plus the position of basis site b. */
  readonly sites: readonly BasisSite[];
}

interface BasisSite {
  readonly basis: number;
  /** Position in units of primitive vectors. */
  readonly fractions: readonly number[];
  readonly position: readonly number[];
}

export function unitCell(lattice: Lattice): UnitCell {
  const { infinite, primitiveVectors } = lattice;
  const sites = infinite.basis.map((point, basis) => {
    const fractions = point.map((value) => value / infinite.scale);
    return { basis, fractions, position: cartesian(infinite, point) };
  });
  return { primitiveVectors, reciprocalVectors: reciprocalVectors(lattice), sites };
}
