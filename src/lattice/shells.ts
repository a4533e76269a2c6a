/** Neighbour shells: orbits, under the space group of the infinite lattice, of displacements from one site to another. */
import { type Displacement, isPositive, keyOf, orbit, spaceGroup } from './displacements.ts';
import {
  apply,
  box,
  determinant,
  greatestCommonDivisor,
  type IntegerVector,
  lexicographic,
  locate,
  minus,
  plus,
  squaredLength,
  times,
  without,
} from './integer.ts';
import type { InfiniteLattice, IntegerMatrix } from './kinds/infinite-lattice.ts';

/** One displacement of each undirected pair, ordered by basis site, then largest vector first. */
export type Shell = readonly Displacement[];

/**
 * Shells number 1, 2, … of an infinite lattice, ordered by length. Of equal lengths the shell with more sites on its line comes first:
 * (5,0) before (4,3) on the square lattice, along the bonds before across the hexagon on kagome. Then the shell with the
 * larger largest displacement, component by component, then of the larger basis site.
 */
export function neighbourShells(infinite: InfiniteLattice): (number: number) => Shell {
  const { given } = infinite;
  if (given) return inDirections(neighbourShells(given.infinite), given.toGrid);
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

/** The same shells, their displacements in other primitive vectors. */
function inDirections(shells: (number: number) => Shell, matrix: IntegerMatrix): (number: number) => Shell {
  return (number) => shells(number).map(({ basis, vector }) => ({ basis, vector: apply(matrix, vector) }));
}

/** All complete shells within `bound` cells: those shorter than any way out of the box. */
function shellsWithin(infinite: InfiniteLattice, bound: number): Shell[] {
  const { dimension, scale, basis: points } = infinite;
  const isInside = shorterThanFaces(infinite, scale * bound);
  const cells = box(dimension, bound + 1).map((cell) => times(cell, scale));
  const displacements = points.flatMap((from, basis) =>
    points
      .flatMap((to) => cells.map((cell) => plus(cell, minus(to, from))))
      .filter((vector) => isPositive(vector) && isInside(vector))
      .map((vector) => ({ basis, vector })),
  );
  return orbits(infinite, displacements).sort((a, b) => compareShells(infinite, a, b));
}

/** Whether a vector is shorter than every real one with a component of ± `edge`: xᵀGx ≥ edge²/(G⁻¹)_dd where x_d = ± edge. */
function shorterThanFaces(infinite: InfiniteLattice, edge: number): (vector: IntegerVector) => boolean {
  const { gram } = infinite;
  const reach = Math.min(...gram.map((_, d) => (edge * edge * determinant(gram)) / determinant(without(gram, d))));
  return (vector) => squaredLength(infinite, vector) < reach;
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
