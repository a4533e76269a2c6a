/** Neighbour shells: orbits, under the space group of the infinite lattice, of displacements from one site to another. */
import { type Displacement, isPositive, keyOf, orbit, spaceGroup } from './displacements.ts';
import { box, greatestCommonDivisor, lexicographic, locate, plus, squaredLength } from './integer.ts';
import type { Kind } from './kinds/kind.ts';

/** One displacement of each undirected pair, ordered by basis site, then largest vector first. */
export type Shell = readonly Displacement[];

/**
 * Shells number 1, 2, … of an infinite lattice, ordered by length. Of equal lengths the shell with more sites on its line comes first:
 * (5,0) before (4,3) on the square lattice, along the bonds before across the hexagon on kagome. Then the shell with the
 * larger largest displacement, component by component, then of the larger basis site.
 */
export function neighbourShells(kind: Kind): (number: number) => Shell {
  let bound = 2;
  let shells = shellsWithin(kind, bound);
  return (number) => {
    while (shells.length < number) {
      bound *= 2;
      shells = shellsWithin(kind, bound);
    }
    return shells[number - 1];
  };
}

/** All complete shells within `bound` cells: those shorter than the shortest way out of the box. */
function shellsWithin(kind: Kind, bound: number): Shell[] {
  const edge = kind.scale * bound;
  const vectors = box(kind.dimension, edge).filter(isPositive);
  const outside = vectors.filter((vector) => vector.some((value) => Math.abs(value) === edge));
  const reach = outside.reduce((least, vector) => Math.min(least, squaredLength(kind, vector)), Infinity);
  const inside = vectors.filter((vector) => squaredLength(kind, vector) < reach);
  const displacements = kind.basis.flatMap((point, basis) =>
    inside.filter((vector) => locate(kind, plus(point, vector))).map((vector) => ({ basis, vector })),
  );
  return orbits(kind, displacements).sort((a, b) => compareShells(kind, a, b));
}

function orbits(kind: Kind, displacements: readonly Displacement[]): Shell[] {
  const group = spaceGroup(kind);
  const seen = new Set<string>();
  return displacements.flatMap((displacement) => {
    if (seen.has(keyOf(displacement))) return [];
    const shell = orbit(kind, group, displacement);
    for (const member of shell) seen.add(keyOf(member));
    return [shell.sort((a, b) => a.basis - b.basis || lexicographic(b.vector, a.vector))];
  });
}

function compareShells(kind: Kind, a: Shell, b: Shell): number {
  return (
    squaredLength(kind, a[0].vector) - squaredLength(kind, b[0].vector) ||
    sitesBetween(kind, b[0]) - sitesBetween(kind, a[0]) ||
    lexicographic(largest(b), largest(a))
  );
}

function largest(shell: Shell): number[] {
  const candidates = shell.map(({ basis, vector }) => [...vector, basis]);
  return candidates.reduce((most, next) => (lexicographic(next, most) > 0 ? next : most));
}

/** Sites strictly between the ends of a displacement. */
function sitesBetween(kind: Kind, { basis, vector }: Displacement): number {
  const divisor = vector.reduce(greatestCommonDivisor, 0);
  const steps = Array.from({ length: divisor - 1 }, (_, k) => k + 1);
  const fraction = (k: number) => vector.map((value) => (k * value) / divisor);
  return steps.filter((k) => locate(kind, plus(kind.basis[basis], fraction(k)))).length;
}
