/** Builds a finite lattice from its kind, size and boundaries. */
import { InputError } from '../errors.ts';
import { requireKnownKeys } from '../words/known-keys.ts';
import { bondsOfShell } from './bonds.ts';
import { positionOf } from './cluster/position.ts';
import { type Part, partOf } from './cluster/tilted.ts';
import { completeDisorder } from './disorder/disorder.ts';
import { type Realisation, realisationOf } from './disorder/realisation.ts';
import { pointOf } from './integer.ts';
import { infiniteLatticeOf } from './kinds/infinite-lattice-of.ts';
import type { Bond, HoppingBond, Lattice, LatticeSpec } from './lattice.ts';
import { minimalImageShells } from './minimal-image.ts';
import { ownBonds } from './own/own-bonds.ts';
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
  'disorder',
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

/** Their bonds and shells are asked for again and again. */
const perfect = new WeakMap<Lattice, Lattice>();

/** The same lattice with everything in its place, the same object every time. */
export function withoutDisorder(lattice: Lattice): Lattice {
  const { realisation, infinite, spec } = lattice;
  if (!realisation) return lattice;
  const known = perfect.get(lattice) ?? latticeOf({ infinite, grid: { ...spec, disorder: undefined } });
  perfect.set(lattice, known);
  return known;
}

function latticeOf({ infinite, grid }: Part): Lattice {
  const shell = neighbourShells(infinite);
  const sites = places(infinite, grid.size);
  const disorder = completeDisorder(grid.disorder);
  const realisation = disorder && realisationOf(disorder, sites.length);
  const bonds: Bond[][] = [];
  let own: HoppingBond[] | undefined;
  let minimal: readonly number[] | undefined;
  return {
    spec: grid,
    infinite,
    dimension: infinite.dimension,
    siteCount: sites.length,
    basisCount: infinite.basis.length,
    positions: Float64Array.from(sites.flatMap((place) => positionOf(infinite, grid, pointOf(infinite, place)))),
    primitiveVectors: infinite.primitiveVectors,
    realisation,
    bonds(number) {
      checkShell(number);
      bonds[number] ??= disordered(bondsOfShell(infinite, grid, shell(number)), realisation, number);
      return bonds[number];
    },
    get ownBonds() {
      own ??= disordered(ownBonds({ infinite, spec: grid }), realisation, 0);
      return own;
    },
    get minimalImageShells() {
      minimal ??= minimalImageShells(infinite, grid, shell);
      return minimal;
    },
  };
}

/** The bonds between sites that are there, with what is added to their hopping. */
function disordered<B extends Bond>(all: B[], realisation: Realisation | undefined, shell: number): B[] {
  if (!realisation) return all;
  const { isPresent, disorder } = realisation;
  const changes = disorder.hopping === 0 ? undefined : realisation.hopping(shell, all.length);
  const changed = changes ? all.map((bond, index) => ({ ...bond, change: changes[index] })) : all;
  return changed.filter(({ from, to }) => isPresent[from] && isPresent[to]);
}

function checkShell(number: number): void {
  if (Number.isSafeInteger(number) && number >= 1) return;
  throw new InputError(`shell: expected a whole number, found ${number}; nearest neighbours are shell 1`);
}
