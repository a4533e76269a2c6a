/** Neighbour shells: orbits, under the space group of the infinite lattice, of displacements from one site to another. */
import { type Displacement, isPositive, keyOf, orbit, spaceGroup } from './displacements.ts';
import { box, greatestCommonDivisor, lexicographic, locate, plus, squaredLength } from './integer.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';

/** One displacement of each undirected pair, ordered by basis site, then largest vector first. */
export type Shell = readonly Displacement[];

/**
 * Shells number 1, 2, … of an infinite lattice, ordered by length. Of equal lengths the shell with more sites on its line comes first:
 * (5,0) before (4,3) on the square lattice, along the bonds before across the hexagon on kagome. Then the shell with the
 * larger largest displacement, component by component, then of the larger basis site.
 */
export function neighbourShells(infinite: InfiniteLattice): (number: number) => Shell {
  let bound = 2;
  let shells = shellsWithin(infinite, bound);
  return (number) => {
    while (shells.length < number) {
      bound *= 2;
      shells = shellsWithin(infinite, bound);
    }
    return shells[number - 1];
  };
}

/** All complete shells within `bound` cells: those shorter than the shortest way out of the box. */
function shellsWithin(infinite: InfiniteLattice, bound: number): Shell[] {
  const edge = infinite.scale * bound;
  const vectors = box(infinite.dimension, edge).filter(isPositive);
  const outside = vectors.filter((vector) => vector.some((value) => Math.abs(value) === edge));
  const reach = outside.reduce((least, vector) => Math.min(least, squaredLength(infinite, vector)), Infinity);
  const inside = vectors.filter((vector) => squaredLength(infinite, vector) < reach);
  const displacements = infinite.basis.flatMap((point, basis) =>
    inside.filter((vector) => locate(infinite, plus(point, vector))).map((vector) => ({ basis, vector })),
  );
  return orbits(infinite, displacements).sort((a, b) => compareShells(infinite, a, b));
}

function orbits(infinite: InfiniteLattice, displacements: readonly Displacement[]): Shell[] {
  const group = spaceGroup(infinite);
  const seen = new Set<string>();
  return displacements.flatMap((displacement) => {
    if (seen.has(keyOf(displacement))) return [];
    const shell = orbit(infinite, group, displacement);
    for (const member of shell) seen.add(keyOf(member));
    return [shell.sort((a, b) => a.basis - b.basis || lexicographic(b.vector, a.vector))];
  });
}

function compareShells(infinite: InfiniteLattice, a: Shell, b: Shell): number {
  return (
    squaredLength(infinite, a[0].vector) - squaredLength(infinite, b[0].vector) ||
    sitesBetween(infinite, b[0]) - sitesBetween(infinite, a[0]) ||
    lexicographic(largest(b), largest(a))
  );
}

function largest(shell: Shell): number[] {
  const candidates = shell.map(({ basis, vector }) => [...vector, basis]);
  return candidates.reduce((most, next) => (lexicographic(next, most) > 0 ? next : most));
}

/** Sites strictly between the ends of a displacement. */
function sitesBetween(infinite: InfiniteLattice, { basis, vector }: Displacement): number {
  const divisor = vector.reduce(greatestCommonDivisor, 0);
  const steps = Array.from({ length: divisor - 1 }, (_, k) => k + 1);
  const fraction = (k: number) => vector.map((value) => (k * value) / divisor);
  return steps.filter((k) => locate(infinite, plus(infinite.basis[basis], fraction(k)))).length;
}
