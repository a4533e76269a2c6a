/** Displacements from site to site of the infinite lattice, and what its space group does to them. */
import { apply, type IntegerVector, locate, minus, opposite, type Place, plus } from './integer.ts';
import type { InfiniteLattice, IntegerMatrix } from './kinds/infinite-lattice.ts';
import { type SpaceGroupOperation, spaceGroupOperations } from './point-group.ts';

/** A displacement from basis site `basis` of any cell by `vector`, a difference of points. */
export interface Displacement {
  readonly basis: number;
  readonly vector: IntegerVector;
}

/** The space group up to translations: an element moves vectors by `matrix` and basis sites to basis sites. */
interface SpaceGroupElement {
  readonly matrix: IntegerMatrix;
  readonly basisImage: readonly number[];
}

export function spaceGroup(infinite: InfiniteLattice): SpaceGroupElement[] {
  return spaceGroupOperations(infinite).map((operation) => ({
    matrix: operation.matrix,
    basisImage: infinite.basis.map((point) => siteAt(infinite, imageOf(infinite, operation, point)).basis),
  }));
}

/** The point to which an operation takes a point. */
export function imageOf(
  { centre }: InfiniteLattice,
  { matrix, shift }: SpaceGroupOperation,
  point: IntegerVector,
): number[] {
  return plus(plus(apply(matrix, minus(point, centre)), centre), shift);
}

/** One displacement of each undirected pair in the orbit: the one whose first non-zero component is positive. */
export function orbit(
  infinite: InfiniteLattice,
  group: readonly SpaceGroupElement[],
  { basis, vector }: Displacement,
): Displacement[] {
  const members = new Map<string, Displacement>();
  for (const { matrix, basisImage } of group) {
    const image = { basis: basisImage[basis], vector: apply(matrix, vector) };
    const member = isPositive(image.vector) ? image : reversed(infinite, image);
    members.set(keyOf(member), member);
  }
  return [...members.values()];
}

/** The same pair of sites from its other end. */
export function reversed(infinite: InfiniteLattice, displacement: Displacement): Displacement {
  return { basis: targetOf(infinite, displacement).basis, vector: opposite(displacement.vector) };
}

/** The site at which a displacement from cell 0 ends. */
export function targetOf(infinite: InfiniteLattice, { basis, vector }: Displacement): Place {
  return siteAt(infinite, plus(infinite.basis[basis], vector));
}

export const keyOf = ({ basis, vector }: Displacement): string => `${basis}:${vector}`;
export const isPositive = (vector: IntegerVector): boolean => (vector.find((value) => value !== 0) ?? 0) > 0;

/** The site at a point that is known to have one. */
export function siteAt(infinite: InfiniteLattice, point: IntegerVector): Place {
  const place = locate(infinite, point);
  if (!place) throw new Error(`no site at ${point}`);
  return place;
}
