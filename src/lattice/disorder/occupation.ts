/** What is where on a lattice, with disorder or without. */
import type { Bond, Lattice } from '../lattice.ts';

/** Number of sites that are there. */
export const presentCount = ({ siteCount, realisation }: Lattice): number => realisation?.presentCount ?? siteCount;

/** Number of spins. */
export const spinCount = ({ siteCount, realisation }: Lattice): number => realisation?.spinCount ?? siteCount;

/** Whether a site has a spin. */
export const hasSpin = ({ realisation }: Lattice, site: number): boolean =>
  !realisation || realisation.hasSpin[site] === 1;

/** The bonds of a shell between sites with spins. */
export function spinBonds(lattice: Lattice, shell: number): readonly Bond[] {
  const bonds = lattice.bonds(shell);
  if (!lattice.realisation) return bonds;
  return bonds.filter(({ from, to }) => hasSpin(lattice, from) && hasSpin(lattice, to));
}

/** The numbers of the sites with spins, ascending. */
export const spinSites = (lattice: Lattice): Int32Array => sites(lattice, (site) => hasSpin(lattice, site));

/** The numbers of the sites that are there, ascending. */
export const presentSites = (lattice: Lattice): Int32Array =>
  sites(lattice, (site) => lattice.realisation?.isPresent[site] !== 0);

/** Makes the vectors (3 numbers a site) of sites without a spin zero, and returns the array. */
export function clearMissing(lattice: Lattice, vectors: Float64Array): Float64Array {
  if (lattice.realisation)
    for (let i = 0; i < lattice.siteCount; i++) if (!hasSpin(lattice, i)) vectors.fill(0, 3 * i, 3 * i + 3);
  return vectors;
}

const sites = ({ siteCount }: Lattice, isThere: (site: number) => boolean): Int32Array =>
  Int32Array.from({ length: siteCount }, (_, site) => site).filter(isThere);
