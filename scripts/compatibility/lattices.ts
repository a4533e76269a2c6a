/** One lattice for every case that makes a difference: kind, whether rings are even, boundary, twist. */

import type { LatticeKind } from '../../src/lattice/kinds/index.ts';
import { kinds } from '../../src/lattice/kinds/index.ts';
import type { SpecInput } from '../../src/spec/spec.ts';

export interface LatticeCase {
  readonly name: string;
  readonly lattice: SpecInput['lattice'];
}

/** Unit cells per direction, by dimension: even, and at half filling with levels at the Fermi energy. */
const EVEN = [12, 8, 4];
const ODD = 5;

const evenCases = Object.entries(kinds).map(([kind, { dimension }]) => evenCase(kind as LatticeKind, dimension));

export const EVEN_SQUARE = evenCase('square', 2);

/** Every kind that specs know, periodic with an even number of cells; and what else the square lattice can be. */
export const LATTICES: readonly LatticeCase[] = [
  ...evenCases,
  squareCase('odd side', { size: [ODD, EVEN[1]] }),
  squareCase('open', { boundary: ['open', 'open'] }),
  squareCase('open along y', { boundary: ['periodic', 'open'] }),
  squareCase('twist [1/2, 0]', { twist: [0.5, 0] }),
  squareCase('twist [1/2, 1/2]', { twist: [0.5, 0.5] }),
  squareCase('twist [1/4, 0]', { twist: [0.25, 0] }),
];

function evenCase(kind: LatticeKind, dimension: number): LatticeCase {
  const size = Array(dimension).fill(EVEN[dimension - 1]);
  return { name: `${kind} ${size.join(' × ')}`, lattice: { kind, size } };
}

function squareCase(what: string, changed: Partial<SpecInput['lattice']>): LatticeCase {
  const lattice = { kind: 'square' as const, size: [EVEN[1], EVEN[1]], ...changed };
  return { name: `square ${lattice.size.join(' × ')}, ${what}`, lattice };
}
