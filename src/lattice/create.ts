/** Builds a finite lattice from its kind, size and boundaries. */
import { InputError } from '../errors.ts';
import { requireKnownKeys } from '../words/known-keys.ts';
import { bondsOfShell } from './bonds.ts';
import { cartesian, pointOf } from './integer.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';
import { infiniteLatticeOf } from './kinds/infinite-lattice-of.ts';
import type { Bond, Lattice, LatticeSpec } from './lattice.ts';
import { minimalImageShells } from './minimal-image.ts';
import { neighbourShells } from './shells.ts';
import { places } from './sites.ts';
import { completeSpec } from './validate.ts';

const KEYS = ['kind', 'size', 'boundary', 'twist'] satisfies (keyof LatticeSpec)[];

/**
 * A lattice of any size ≥ 1 per direction. Bonds and shells are made when first asked for, then kept. `own`: the infinite lattice, where
 * the spec names none of the built-in ones; it is checked for the symmetries it claims.
 *
 * Throws InputError with the key, what was expected and what was found when there is no such lattice.
 */
export function createLattice(spec: LatticeSpec, own?: InfiniteLattice): Lattice {
  requireKnownKeys('the lattice', spec, KEYS);
  const infinite = infiniteLatticeOf(spec.kind, own);
  const complete = completeSpec(spec, infinite);
  const shell = neighbourShells(infinite);
  const sites = places(infinite, complete.size);
  const bonds: Bond[][] = [];
  let minimal: readonly number[] | undefined;
  return {
    spec: complete,
    infinite,
    dimension: infinite.dimension,
    siteCount: sites.length,
    basisCount: infinite.basis.length,
    positions: Float64Array.from(sites.flatMap((place) => cartesian(infinite, pointOf(infinite, place)))),
    primitiveVectors: infinite.primitiveVectors,
    bonds(number) {
      checkShell(number);
      bonds[number] ??= bondsOfShell(infinite, complete, shell(number));
      return bonds[number];
    },
    get minimalImageShells() {
      minimal ??= minimalImageShells(infinite, complete, shell);
      return minimal;
    },
  };
}

function checkShell(number: number): void {
  if (Number.isSafeInteger(number) && number >= 1) return;
  throw new InputError(`shell: expected a whole number, found ${number}; nearest neighbours are shell 1`);
}
