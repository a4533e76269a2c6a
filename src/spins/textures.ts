/** Ordered states with several sublattices or wave vectors: each fits some lattices, with sizes that are multiples of its period. */
import { InputError } from '../errors.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { places } from '../lattice/sites.ts';
import { cosTurns, sinTurns } from '../numeric/elementary.ts';
import { skyrmion } from './skyrmion-crystal.ts';

type Vector = readonly [number, number, number];

/** An ordered state on the lattices that it is known for. */
interface Texture {
  readonly lattices: readonly string[];
  /** Sites of cells that differ by so many cells along any direction have the same spin; undefined where one chooses it. */
  readonly period: number | undefined;
  readonly spin: (cell: readonly number[], basis: number, period: number, lattice: Lattice) => Vector;
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
    spin: (cell, _, period, { spec }) => skyrmion(spec.kind === 'square' ? 'square' : 'triangular', cell, period),
  },
} as const satisfies Readonly<Record<TextureName, Texture>>;

/** The shortest period with which a skyrmion has a site for its core, sites around it, and others between them. */
const SHORTEST = 3;

/** The texture on a lattice. Throws InputError where the lattice is another one, or its sizes do not fit, with those that do. */
export function textureOn(name: TextureName, lattice: Lattice, chosenPeriod: number | undefined): Float64Array {
  const texture: Texture = TEXTURES[name];
  const { kind, size, boundary } = lattice.spec;
  if (!texture.lattices.includes(kind))
    throw new InputError(
      `${name}: expected the ${listed(texture.lattices)} lattice, found the ${kind} lattice${othersOn(kind)}`,
    );
  if (lattice.spec.supercell)
    throw new InputError(`${name}: expected sizes along the primitive vectors, found a tilted cluster`);
  const period = texture.period ?? checkedPeriod(name, chosenPeriod, size);
  const fits = size.every((length, d) => boundary[d] === 'open' || length % period === 0);
  if (!fits) throw wrongSize(name, period, lattice.spec);
  return Float64Array.from(
    places(lattice.infinite, size).flatMap(({ cell, basis }) => texture.spin(cell, basis, period, lattice)),
  );
}

function checkedPeriod(name: string, period: number | undefined, size: readonly number[]): number {
  if (period !== undefined && Number.isInteger(period) && period >= SHORTEST) return period;
  const found = period === undefined ? 'none' : String(period);
  const shortest = Math.min(...size);
  const fitting = Array.from({ length: shortest }, (_, k) => k + 1).filter(
    (length) => length >= SHORTEST && size.every((all) => all % length === 0),
  );
  const those =
    fitting.length > 0 ? `\n  ${fitting.map((length) => `${name}:${length}`).join(', ')} fit ${size.join(' × ')}` : '';
  throw new InputError(
    `${name}: expected its period, a whole number of cells from ${SHORTEST}, as ${name}:6, found ${found}${those}`,
  );
}

function wrongSize(name: string, period: number, { size, boundary }: Lattice['spec']): InputError {
  const near = size.map((length, d) =>
    boundary[d] === 'open' ? length : Math.max(1, Math.round(length / period)) * period,
  );
  return new InputError(
    `${name}: expected multiples of ${period} along periodic directions, as ${near.join(' × ')}, found ${size.join(' × ')}`,
  );
}

/** The textures that a lattice has instead. */
function othersOn(kind: string): string {
  const names = Object.entries<Texture>(TEXTURES).flatMap(([name, { lattices }]) =>
    lattices.includes(kind) ? [name] : [],
  );
  return names.length > 0 ? `\n  it has ${names.join(', ')}` : '';
}

const listed = (names: readonly string[]): string =>
  names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
