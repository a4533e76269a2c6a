/** Builds a finite lattice from its kind, size and boundaries. */
import { InputError } from '../errors.ts';
import { requireKnownKeys } from '../words/known-keys.ts';
import { bondsOfShell } from './bonds.ts';
import { positionOf } from './cluster/position.ts';
import { type Part, partOf } from './cluster/tilted.ts';
import { pointOf } from './integer.ts';
import { infiniteLatticeOf } from './kinds/infinite-lattice-of.ts';
import type { Bond, Lattice, LatticeSpec } from './lattice.ts';
import { minimalImageShells } from './minimal-image.ts';
import { neighbourShells } from './shells.ts';
import { places } from './sites.ts';
import { completeSpec } from './validate.ts';

const KEYS = [
  'kind',
  'size',
  'boundary',
  'twist',
  'primitiveVectors',
  'basis',
  'bonds',
] satisfies (keyof LatticeSpec)[];

/**
 * A lattice of any size ≥ 1 per direction, or of any supercell. Bonds and shells are made when first asked for, then kept.
 *
 * Throws InputError with the key, what was expected and what was found when there is no such lattice.
 */
export function createLattice(spec: LatticeSpec): Lattice {
  requireKnownKeys('the lattice', spec, KEYS);
  const given = infiniteLatticeOf(spec);
  return latticeOf(partOf(completeSpec(spec, given), given));
}

/** The same lattice with other phases across its boundaries: those of `lattice.spec`, which are along the grid of cells. */
export const withTwist = ({ infinite, spec }: Lattice, twist: readonly number[]): Lattice =>
  latticeOf({ infinite, grid: { ...spec, twist } });

function latticeOf({ infinite, grid }: Part): Lattice {
  const shell = neighbourShells(infinite);
  const sites = places(infinite, grid.size);
  const bonds: Bond[][] = [];
  let minimal: readonly number[] | undefined;
  return {
    spec: grid,
    infinite,
    dimension: infinite.dimension,
    siteCount: sites.length,
    basisCount: infinite.basis.length,
    positions: Float64Array.from(sites.flatMap((place) => positionOf(infinite, grid, pointOf(infinite, place)))),
    primitiveVectors: infinite.primitiveVectors,
    bonds(number) {
      checkShell(number);
      bonds[number] ??= bondsOfShell(infinite, grid, shell(number));
      return bonds[number];
    },
    get minimalImageShells() {
      minimal ??= minimalImageShells(infinite, grid, shell);
      return minimal;
    },
  };
}

function checkShell(number: number): void {
  if (Number.isSafeInteger(number) && number >= 1) return;
  throw new InputError(`shell: expected a whole number, found ${number}; nearest neighbours are shell 1`);
}
