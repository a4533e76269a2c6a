/**
 * Neighbour shells: orbits, under the space group of the infinite lattice, of displacements from one site to another.
 *
 * Shells are ordered by length. Of equal lengths the one with more sites on its line comes first ((5,0) before (3,4) on the square lattice, along the
 * bonds before across the hexagon on kagome), then the one whose largest displacement is larger, component by component.
 */
import { apply, box, type IntegerVector, lexicographic, locate, minus, plus, squaredLength } from './integer.ts';
import type { IntegerMatrix, Kind } from './kinds/kind.ts';
import { pointGroupElements } from './point-group.ts';

/** From basis site `basis` of any cell by `vector`, in the units of the kind. */
export interface Displacement {
  readonly basis: number;
  readonly vector: IntegerVector;
}

/** One of each undirected pair: the displacement whose first non-zero component is positive. */
export type Shell = readonly Displacement[];

/** Shells 1, 2, … of a kind; index 0 is the first. Grows when more are asked for. */
export interface ShellTable {
  shell(number: number): Shell;
  /** Number of the shell that holds a displacement. */
  numberOf(displacement: Displacement): number;
}

export function shellTable(kind: Kind): ShellTable {
  let bound = 2;
  let shells = enumerate(kind, bound);
  const grow = () => {
    bound *= 2;
    shells = enumerate(kind, bound);
  };
  const find = (wanted: string) =>
    shells.findIndex((shell) => shell.some((displacement) => keyOf(displacement) === wanted));
  return {
    shell(number) {
      while (shells.length < number) grow();
      return shells[number - 1];
    },
    numberOf(displacement) {
      const wanted = keyOf(isPositive(displacement.vector) ? displacement : reversed(kind, displacement));
      while (find(wanted) < 0) grow();
      return find(wanted) + 1;
    },
  };
}

const keyOf = ({ basis, vector }: Displacement): string => `${basis}:${vector}`;
const isPositive = (vector: IntegerVector): boolean => (vector.find((value) => value !== 0) ?? 0) > 0;

/** All complete shells within `bound` cells: no longer than the shortest way out of the box. */
function enumerate(kind: Kind, bound: number): Shell[] {
  const group = pointGroupElements(kind);
  const cells = box(kind.dimension, kind.scale * bound);
  const outside = cells.filter((vector) => vector.some((value) => Math.abs(value) === kind.scale * bound));
  const reach = Math.min(...outside.map((vector) => squaredLength(kind, vector)));
  const seen = new Set<string>();
  const shells: Shell[] = [];
  for (const [basis, origin] of kind.basis.entries()) {
    for (const vector of cells) {
      const displacement = { basis, vector };
      const isNew = isPositive(vector) && !seen.has(keyOf(displacement)) && squaredLength(kind, vector) < reach;
      if (!isNew || !locate(kind, plus(origin, vector))) continue;
      const shell = orbit(kind, group, displacement);
      for (const member of shell) seen.add(keyOf(member));
      shells.push(shell);
    }
  }
  return shells.sort((a, b) => compare(kind, a, b));
}

function orbit(kind: Kind, group: readonly IntegerMatrix[], start: Displacement): Shell {
  const members = new Map<string, Displacement>();
  for (const element of group) {
    const image = transform(kind, element, start);
    const member = isPositive(image.vector) ? image : reversed(kind, image);
    members.set(keyOf(member), member);
  }
  return [...members.values()].sort((a, b) => a.basis - b.basis || lexicographic(b.vector, a.vector));
}

function transform(kind: Kind, element: IntegerMatrix, { basis, vector }: Displacement): Displacement {
  const point = plus(apply(element, minus(kind.basis[basis], kind.centre)), kind.centre);
  return { basis: basisAt(kind, point), vector: apply(element, vector) };
}

function reversed(kind: Kind, { basis, vector }: Displacement): Displacement {
  return { basis: basisAt(kind, plus(kind.basis[basis], vector)), vector: vector.map((value) => 0 - value) };
}

function basisAt(kind: Kind, point: IntegerVector): number {
  const place = locate(kind, point);
  if (!place) throw new Error(`no site at ${point}`);
  return place.basis;
}

function compare(kind: Kind, a: Shell, b: Shell): number {
  const length = (shell: Shell) => squaredLength(kind, shell[0].vector);
  const largest = (shell: Shell) => shell.map(({ vector }) => vector).sort(lexicographic)[shell.length - 1];
  return (
    length(a) - length(b) ||
    sitesBetween(kind, b[0]) - sitesBetween(kind, a[0]) ||
    lexicographic(largest(b), largest(a))
  );
}

/** Sites strictly between the ends of a displacement. */
function sitesBetween(kind: Kind, { basis, vector }: Displacement): number {
  const divisor = vector.reduce(greatestCommonDivisor, 0);
  const steps = Array.from({ length: Math.max(0, divisor - 1) }, (_, k) => k + 1);
  return steps.filter((k) =>
    locate(
      kind,
      plus(
        kind.basis[basis],
        vector.map((value) => (k * value) / divisor),
      ),
    ),
  ).length;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
