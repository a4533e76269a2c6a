/** Ordered states with several sublattices or wave vectors: each fits some lattices, periodic by vectors that are periods of its waves. */
import { InputError } from '../errors.ts';
import { siteAt } from '../lattice/displacements.ts';
import { apply, type Place, pointOf } from '../lattice/integer.ts';
import { kinds, type LatticeKind } from '../lattice/kinds/index.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { positionDifference } from '../lattice/lattice-difference.ts';
import { places } from '../lattice/sites.ts';
import { cosTurns, sinTurns } from '../numeric/elementary.ts';
import { skyrmion } from './skyrmion-crystal.ts';
import { checkedPeriod, requireFit, type Vector } from './texture-fit.ts';

/** An ordered state on the lattices that it is known for. */
interface Texture {
  readonly lattices: readonly LatticeKind[];
  /** Sites of cells that differ by so many cells along any primitive vector have the same spin; undefined where one chooses it. */
  readonly period: number | undefined;
  readonly spin: (cell: readonly number[], basis: number, period: number, kind: LatticeKind) => Vector;
}

const inPlane = (turns: number): Vector => [cosTurns(turns), sinTurns(turns), 0];
const sign = (n: number): number => (n % 2 === 0 ? 1 : -1);
const THIRD = 1 / Math.sqrt(3);

/** Ordered states of certain lattices, by name. */
export type TextureName = '120-degree' | 'stripe' | 'tetrahedral' | 'q0' | 'sqrt3' | 'skyrmion-crystal';

export const TEXTURES = {
  // Three sublattices; neighbours differ by a third of a turn. The wave vector (1/3, 2/3) is the corner K of the zone.
  '120-degree': { lattices: ['triangular'], period: 3, spin: ([x, y]) => inPlane((x + 2 * y) / 3) },
  // Rows, or planes, that alternate along the first primitive vector: a single wave vector, the point X or M.
  stripe: { lattices: ['square', 'triangular', 'cubic'], period: 2, spin: ([x]) => [0, 0, sign(x)] },
  // All three points M at once: four sublattices whose spins point to the corners of a tetrahedron (Martin and Batista, Phys. Rev. Lett. 101, 156402).
  tetrahedral: {
    lattices: ['triangular'],
    period: 2,
    spin: ([x, y]) => [THIRD * sign(x), THIRD * sign(y), -THIRD * sign(x + y)],
  },
  // A third of a turn between the sites of every triangle of kagome; all triangles alike, so that all have the same vector chirality.
  q0: { lattices: ['kagome'], period: 1, spin: (_, basis) => inPlane(basis / 3) },
  // The same with opposite vector chirality on triangles that point up and down: every hexagon alternates between two directions.
  sqrt3: { lattices: ['kagome'], period: 3, spin: ([x, y], basis) => inPlane((basis + 2 * x + y) / 3) },
  'skyrmion-crystal': {
    lattices: ['square', 'triangular'],
    period: undefined,
    spin: (cell, _, period, kind) => skyrmion(kind === 'square' ? 'square' : 'triangular', cell, period),
  },
} as const satisfies Readonly<Record<TextureName, Texture>>;

/** The texture on a lattice. Throws InputError where the lattice is another one, or is not periodic by vectors that take the spins into each other. */
export function textureOn(name: TextureName, lattice: Lattice, chosenPeriod: number | undefined): Float64Array {
  const texture: Texture = TEXTURES[name];
  const kind = kindFor(name, texture, lattice);
  const period = texture.period ?? checkedPeriod(name, chosenPeriod, lattice.spec);
  const spin = (cell: readonly number[], basis: number) => texture.spin(cell, basis, period, kind);
  requireFit(name, period, spin, lattice);
  return Float64Array.from(
    places(lattice.infinite, lattice.spec.size).flatMap((place) => {
      const { cell, basis } = givenPlace(lattice, place);
      return spin(cell, basis);
    }),
  );
}

/** The built-in kind with these sites, whatever the lattice is called. */
function kindFor(name: string, { lattices }: Texture, { spec, infinite }: Lattice): LatticeKind {
  const kind = lattices.find((one) => !positionDifference(kinds[one], infinite.given?.infinite ?? infinite));
  if (kind) return kind;
  throw new InputError(
    `${name}: expected the ${listed(lattices)} lattice, found the ${spec.kind} lattice${othersOn(spec.kind)}`,
  );
}

/** A site in the primitive vectors of its kind, which are others than those of the grid of a tilted cluster. */
function givenPlace({ infinite }: Lattice, place: Place): Place {
  const { given } = infinite;
  return given ? siteAt(given.infinite, apply(given.fromGrid, pointOf(infinite, place))) : place;
}

/** The textures that a lattice has instead. */
function othersOn(kind: string): string {
  const names = Object.entries<Texture>(TEXTURES).flatMap(([name, { lattices }]) =>
    (lattices as readonly string[]).includes(kind) ? [name] : [],
  );
  return names.length > 0 ? `\n  it has ${names.join(', ')}` : '';
}

const listed = (names: readonly string[]): string =>
  names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
