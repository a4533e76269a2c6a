/** Site permutations that map a finite lattice to itself. */
import { imageOf, siteAt } from './displacements.ts';
import { plus, pointOf } from './integer.ts';
import type { InfiniteLattice, IntegerMatrix } from './kinds/infinite-lattice.ts';
import type { Lattice, LatticeGrid, SymmetryOperation } from './lattice.ts';
import { type SpaceGroupOperation, spaceGroupOperations } from './point-group.ts';
import { cells, places, siteOf, wrap } from './sites.ts';

/** All translations along periodic directions, the identity first. A twist stays what it is, up to a gauge transformation. */
export function translations(lattice: Lattice): SymmetryOperation[] {
  const { size, boundary } = lattice.spec;
  const shifts = cells(size.map((length, d) => (boundary[d] === 'periodic' ? length : 1)));
  return shifts.map((shift) => ({ name: `translation by ${shift}`, image: translation(lattice, shift) }));
}

/** The site permutation of a translation by `shift` ≥ 0 unit cells, wrapped. */
export function translation(lattice: Lattice, shift: readonly number[]): Int32Array {
  return Int32Array.from({ length: lattice.siteCount }, (_, site) => translateSite(lattice, site, shift));
}

/** The site to which a translation takes `site`, without arrays: plans for local updates call this a million times. */
export function translateSite({ spec: { size }, basisCount }: Lattice, site: number, shift: ArrayLike<number>): number {
  let rest = Math.floor(site / basisCount);
  let moved = site % basisCount;
  let stride = basisCount;
  for (let d = 0; d < size.length; d++) {
    moved += stride * (((rest % size[d]) + shift[d]) % size[d]);
    rest = Math.floor(rest / size[d]);
    stride *= size[d];
  }
  return moved;
}

/**
 * The operations of the infinite lattice's space group, up to translations, that sizes, boundaries and twist allow, the identity first; each
 * about a centre that suits the lattice. On very small lattices different operations may move the sites alike.
 *
 * With a twist only those remain that leave every flux as it is: reversing it is no symmetry at fixed spins. The phases of
 * bonds are then mapped up to a gauge transformation.
 */
export function pointGroup(lattice: Lattice): SymmetryOperation[] {
  return operations(lattice).map(({ matrix, image }) => ({ name: coordinateTriplet(matrix), image }));
}

/** The operations of `pointGroup` whatever the twist: also those that change fluxes, which may be symmetries together with something else. */
export function pointGroupOfTorus(lattice: Lattice): SymmetryOperation[] {
  return operations(lattice, mapsPeriods).map(({ matrix, image }) => ({ name: coordinateTriplet(matrix), image }));
}

/** An operation on displacements, in units of primitive vectors, and on sites: i goes to image[i]. */
interface PointOperation {
  readonly matrix: IntegerMatrix;
  readonly image: Int32Array;
}

/** The operations of `pointGroup`, or of `pointGroupOfTorus`, and what they do to displacements. */
export function operations({ spec, infinite }: Lattice, isAllowed = keepsFluxes): PointOperation[] {
  return spaceGroupOperations(infinite).flatMap((operation) => {
    const { matrix } = operation;
    const image = isAllowed(matrix, spec) ? permutation(infinite, spec, operation) : undefined;
    return image ? [{ matrix, image }] : [];
  });
}

/** Rounding of a sum of fluxes like 2/3 − 1/3. */
const FLUX_TOLERANCE = 1e-12;

/** How often the image of the loop around direction d winds around every direction. */
const windingOf = (matrix: IntegerMatrix, size: readonly number[], d: number): number[] =>
  matrix.map((row, e) => (row[d] * size[d]) / size[e]);

/** Whether loops around the torus go to loops around the torus. */
function mapsPeriods(matrix: IntegerMatrix, { size, boundary }: LatticeGrid): boolean {
  const isLoop = (count: number, e: number) => count === 0 || (boundary[e] === 'periodic' && Number.isInteger(count));
  return size.every((_, d) => boundary[d] === 'open' || windingOf(matrix, size, d).every(isLoop));
}

/** Whether loops around the torus go to loops around the torus with the same flux. */
function keepsFluxes(matrix: IntegerMatrix, spec: LatticeGrid): boolean {
  const { size, boundary, twist } = spec;
  const gain = (d: number) => windingOf(matrix, size, d).reduce((sum, count, e) => sum + count * twist[e], -twist[d]);
  const keepsFlux = (d: number) => Math.abs(gain(d) - Math.round(gain(d))) <= FLUX_TOLERANCE;
  return mapsPeriods(matrix, spec) && size.every((_, d) => boundary[d] === 'open' || keepsFlux(d));
}

/** The site permutation of an operation of the infinite lattice, moved back between the open ends; undefined where sites stick out. */
function permutation(
  infinite: InfiniteLattice,
  spec: LatticeGrid,
  operation: SpaceGroupOperation,
): Int32Array | undefined {
  const turned = places(infinite, spec.size).map((place) =>
    siteAt(infinite, imageOf(infinite, operation, pointOf(infinite, place))),
  );
  const corner = turned.map(({ cell }) => cell).reduce((a, b) => a.map((value, d) => Math.min(value, b[d])));
  const shift = corner.map((least, d) => (spec.boundary[d] === 'open' ? 0 - least : 0));
  const image = turned.flatMap(({ cell, basis }) => {
    const wrapped = wrap(spec, plus(cell, shift));
    return wrapped ? [siteOf(infinite, spec.size, { cell: wrapped.cell, basis })] : [];
  });
  return image.length === turned.length ? Int32Array.from(image) : undefined;
}

/** The coordinate triplet: where x, y, z go, in units of primitive vectors, as the International Tables for Crystallography write it: -y,x+y. */
function coordinateTriplet(matrix: IntegerMatrix): string {
  const term = (value: number, d: number) => (value === 0 ? '' : `${value < 0 ? '-' : '+'}${'xyz'[d]}`);
  return matrix.map((row) => row.map(term).join('').replace(/^\+/, '')).join(',');
}
