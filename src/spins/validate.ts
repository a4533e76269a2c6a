/** Configurations from outside. */
import { InputError } from '../errors.ts';
import { hasSpin } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';

/** How far the length of a spin may be from 1. */
const UNIT_TOLERANCE = 1e-8;

/** What is done about spins of other lengths than 1. */
export interface ValidateOptions {
  /** Scale every spin to length 1; numbers stay bit-identical where left out. */
  readonly normalise?: boolean;
  /** Whether a site has a spin; all have one where left out. Those without may be given as 0 or as anything of length 1, and become 0. */
  readonly hasSpin?: (site: number) => boolean;
  /** The last line of the message about a spin of another length. */
  readonly lengthHint?: string;
}

/** The configuration of a lattice with these spins, those that it is missing 0. Throws as validateConfiguration. */
export const validatedOn = (
  lattice: Lattice,
  spins: readonly (readonly number[])[],
  options: ValidateOptions = {},
): Float64Array => {
  const isThere = (site: number) => hasSpin(lattice, site);
  const { realisation } = lattice;
  const missing =
    realisation && Array.isArray(spins) ? spins.findIndex((spin, site) => isThere(site) && isZero(spin)) : -1;
  if (realisation && missing >= 0)
    throw wrong(
      missing,
      'a unit vector',
      `none, where realisation ${realisation.disorder.seed} of the disorder has a spin`,
    );
  return validateConfiguration(spins, lattice.siteCount, { ...options, hasSpin: isThere });
};

/**
 * Spins [x, y, z] by site as a configuration, Float64Array(3N). With `normalise` every spin is scaled to length 1;
 * otherwise lengths must be 1 within 1e-8 and the numbers stay bit-identical.
 *
 * Throws InputError with the site, counted from 0, what was expected and what was found.
 */
export function validateConfiguration(
  spins: readonly (readonly number[])[],
  siteCount: number,
  { normalise = false, hasSpin: isThere = () => true, lengthHint = 'did you mean to normalise?' }: ValidateOptions = {},
): Float64Array {
  if (!Array.isArray(spins) || spins.length !== siteCount) {
    const found = Array.isArray(spins) ? String(spins.length) : show(spins);
    throw new InputError(`spins: expected ${siteCount} of them, one [x, y, z] per site, found ${found}`);
  }
  const vectorOf = (spin: readonly number[], site: number) => {
    if (!isThere(site) && isZero(spin)) return spin;
    const vector = unitVector(spin, site, normalise, lengthHint);
    return isThere(site) ? vector : [0, 0, 0];
  };
  return Float64Array.from(spins.flatMap(vectorOf));
}

const isZero = (spin: readonly number[]): boolean =>
  Array.isArray(spin) && spin.length === 3 && spin.every((component) => component === 0);

function unitVector(spin: readonly number[], site: number, normalise: boolean, lengthHint: string): readonly number[] {
  if (!Array.isArray(spin) || spin.length !== 3 || !spin.every(Number.isFinite)) {
    throw wrong(site, 'three finite numbers [x, y, z]', show(spin));
  }
  const largest = Math.max(...spin.map(Math.abs));
  if (largest === 0) throw wrong(site, 'a unit vector', `${show(spin)}, which has no direction`);
  // Scaled first: squares of very large or small components overflow or vanish.
  const scaled = spin.map((component) => component / largest);
  const scaledLength = Math.sqrt(scaled.reduce((sum, component) => sum + component * component, 0));
  if (normalise) return scaled.map((component) => component / scaledLength);
  const length = largest * scaledLength;
  if (Math.abs(length - 1) <= UNIT_TOLERANCE) return spin;
  throw wrong(site, 'a unit vector', `${show(spin)} of length ${length}\n  ${lengthHint}`);
}

function wrong(site: number, expected: string, found: string): InputError {
  return new InputError(`spins, site ${site}: expected ${expected}, found ${found}`);
}

/** JSON has no word for what is not finite. */
function show(value: unknown): string {
  if (ArrayBuffer.isView(value)) return `an array of numbers, ${(value as Float64Array).length} in all`;
  return Array.isArray(value) ? `[${value.map(show).join(', ')}]` : String(value);
}
