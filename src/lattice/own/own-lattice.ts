/** A lattice of your own, from primitive vectors and a basis: everything else of an infinite lattice follows. */
import { leastCommonMultiple, minus, plus, times } from '../integer.ts';
import type { InfiniteLattice } from '../kinds/infinite-lattice.ts';
import type { OwnBond, OwnLattice } from '../lattice.ts';
import { fractionOf } from './fraction.ts';
import { dotProducts, integerGram } from './gram.ts';
import { isometries, type Link, operationsOf } from './search.ts';

/**
 * The infinite lattice with its space group, which is found: all operations that keep lengths (to 1e-9), sites, and |t| of the bonds where there are any. The lattice
 * must be in order, see `ownFaults`.
 */
export function ownLattice({ primitiveVectors, basis, bonds = [] }: OwnLattice): InfiniteLattice {
  const fractions = basis.map((point) => point.map((value) => fractionOf(value) ?? { numerator: 0, denominator: 1 }));
  const scale = fractions.flat().reduce((all, { denominator }) => leastCommonMultiple(all, denominator), 1);
  const points = fractions.map((point) => point.map(({ numerator, denominator }) => (numerator * scale) / denominator));
  const gram = dotProducts(primitiveVectors);
  const matrices = isometries(gram);
  return {
    dimension: primitiveVectors.length,
    primitiveVectors,
    scale,
    basis: points,
    gram: integerGram(gram, matrices),
    centre: primitiveVectors.map(() => 0),
    generators: operationsOf(
      matrices,
      scale,
      points,
      bonds.map((bond) => linkOf(bond, scale, points)),
    ),
  };
}

function linkOf({ from, to, cell, hopping }: OwnBond, scale: number, points: InfiniteLattice['basis']): Link {
  const vector = plus(times(cell, scale), minus(points[to], points[from]));
  return { from, to, vector, strength: Math.abs(hopping) };
}
