/** Wave vectors of electrons along a path through the zone. */
import { InputError } from '../errors.ts';
import { box, minus, plus } from '../lattice/integer.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { momenta } from '../lattice/momenta.ts';
import { reciprocalVectors } from '../lattice/reciprocal.ts';

/** A corner of a path: a point of the zone in units of reciprocal vectors, with its name where it has one. */
export interface Corner {
  readonly name: string;
  readonly fractions: readonly number[];
}

/** A wave vector on the path. */
export interface PathPoint {
  /** Cartesian, in inverse lattice constants, shifted by the twist. */
  readonly momentum: readonly number[];
  /** Length of the path up to it. */
  readonly distance: number;
  /** The name of the corner that it is, if it is one. */
  readonly corner?: string;
}

/** Rounding of positions along a path, in inverse lattice constants. */
const TOLERANCE = 1e-9;

/** Zones around the first one in which wave vectors are looked for: corners may lie in the second. */
const REACH = 2;

/**
 * The wave vectors of a finite lattice that lie on straight lines between corners, in the order of the path; a boundary twist shifts all of them alike,
 * and they are those that would lie there without it.
 *
 * Throws InputError for a path on which there are none.
 */
export function momentumPath(lattice: Lattice, corners: readonly Corner[]): PathPoint[] {
  const reciprocal = reciprocalVectors(lattice);
  const candidates = allMomenta(lattice, reciprocal);
  const shift = twistShift(lattice, reciprocal);
  // Of the lattice as it was given, where a tilted cluster has other primitive vectors.
  const zone = reciprocalVectors(lattice.infinite.given?.infinite ?? lattice);
  const ends = corners.map(({ name, fractions }) => ({ name, position: combination(fractions, zone) }));
  const points: PathPoint[] = [];
  let travelled = 0;
  ends.slice(1).forEach((to, k) => {
    const from = ends[k];
    const length = norm(minus(to.position, from.position));
    for (const { momentum, along } of between(candidates, from.position, to.position, k === 0)) {
      const corner = along < TOLERANCE ? from.name : along > length - TOLERANCE ? to.name : undefined;
      const point = { momentum: plus(momentum, shift), distance: travelled + along };
      points.push(corner === undefined ? point : { ...point, corner });
    }
    travelled += length;
  });
  if (points.length === 0)
    throw new InputError('--path: no wave vector of this lattice lies on it: choose corners that the size allows');
  return points;
}

interface OnLine {
  readonly momentum: readonly number[];
  /** Distance from the beginning of the line. */
  readonly along: number;
}

/** Those on a line, by distance; its beginning, which ends the line before, only where `withFirst`. */
function between(
  candidates: readonly (readonly number[])[],
  from: readonly number[],
  to: readonly number[],
  withFirst: boolean,
): OnLine[] {
  const line = minus(to, from);
  const length = norm(line);
  const found = candidates.flatMap((momentum): OnLine[] => {
    const way = minus(momentum, from);
    const along = dot(way, line) / length;
    const aside = norm(way.map((value, c) => value - (along / length) * line[c]));
    const isInside = along > (withFirst ? -TOLERANCE : TOLERANCE) && along < length + TOLERANCE;
    return aside < TOLERANCE && isInside ? [{ momentum, along }] : [];
  });
  return found.sort((a, b) => a.along - b.along);
}

function allMomenta(lattice: Lattice, reciprocal: readonly (readonly number[])[]): number[][] {
  const { dimension } = lattice;
  const first = momenta(lattice);
  const zones = box(dimension, REACH).map((zone) => combination(zone, reciprocal));
  const count = first.length / dimension;
  return zones.flatMap((zone) =>
    Array.from({ length: count }, (_, k) => zone.map((value, c) => value + first[dimension * k + c])),
  );
}

/** What a twist adds to every wave vector: Σ_d τ_d b_d/L_d. */
function twistShift({ spec }: Lattice, reciprocal: readonly (readonly number[])[]): number[] {
  return combination(
    spec.twist.map((turns, d) => turns / spec.size[d]),
    reciprocal,
  );
}

const combination = (fractions: readonly number[], vectors: readonly (readonly number[])[]): number[] =>
  vectors[0].map((_, c) => fractions.reduce((sum, value, d) => sum + value * vectors[d][c], 0));

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, c) => sum + value * b[c], 0);
const norm = (a: readonly number[]): number => Math.sqrt(dot(a, a));
