/** Scalar chirality of triangles that point up and of those that point down. */
import type { Lattice } from '../lattice/lattice.ts';
import { tripleProducts } from './chirality.ts';
import type { Observable } from './observable.ts';
import { roundingOfMean } from './rounding.ts';
import { type Orientation, orientedTriangles } from './triangles.ts';

/** On triangular and kagome lattices; none elsewhere. Equal ones add up to the chirality of order with q = 0, opposite ones cancel. */
export const chiralitiesByOrientation = (lattice: Lattice): Observable[] => [
  ...ofOrientation(lattice, 'up'),
  ...ofOrientation(lattice, 'down'),
];

function ofOrientation(lattice: Lattice, orientation: Orientation): Observable[] {
  const sites = orientedTriangles(lattice, orientation);
  if (sites.length === 0) return [];
  const error = roundingOfMean(sites.length / 3);
  const suffix = orientation === 'up' ? 'Up' : 'Down';
  return [
    {
      name: `scalarChirality${suffix}`,
      formula: `S_i·(S_j × S_k), i → j → k counter-clockwise, triangles that point ${orientation}`,
      normalisation: 'mean over the triangles of this orientation',
      reference: 'X. G. Wen, F. Wilczek and A. Zee, Phys. Rev. B 39, 11413 (1989)',
      evaluate: (spins) => tripleProducts(sites, spins) / (sites.length / 3),
      resolution: () => error,
    },
  ];
}
