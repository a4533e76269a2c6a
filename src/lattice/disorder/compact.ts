/** A lattice without its vacancies: electrons know no others. */
import type { Bond, Lattice } from '../lattice.ts';
import { presentSites } from './occupation.ts';
import type { Realisation } from './realisation.ts';

/** The sites that are there, numbered anew. */
export interface CompactLattice {
  readonly lattice: Lattice;
  /** Number of each of them in the lattice with vacancies. */
  readonly sites: Int32Array;
}

/**
 * The same lattice with the sites alone that are there, in their order. They know their places in the grid of cells; translations and momenta belong to
 * the lattice with vacancies.
 */
export function withoutVacancies(lattice: Lattice): CompactLattice {
  const { realisation, dimension } = lattice;
  const sites = presentSites(lattice);
  if (!realisation || sites.length === lattice.siteCount) return { lattice, sites };
  const numbers = new Int32Array(lattice.siteCount).fill(-1);
  sites.forEach((site, number) => {
    numbers[site] = number;
  });
  const renumbered = <B extends Bond>(bonds: readonly B[]): B[] =>
    bonds.map((bond) => ({ ...bond, from: numbers[bond.from], to: numbers[bond.to] }));
  const compact: Lattice = {
    spec: lattice.spec,
    infinite: lattice.infinite,
    dimension,
    siteCount: sites.length,
    basisCount: lattice.basisCount,
    positions: gathered(lattice.positions, sites, dimension),
    primitiveVectors: lattice.primitiveVectors,
    realisation: compactRealisation(realisation, sites),
    gridSites: sites,
    bonds: (shell) => renumbered(lattice.bonds(shell)),
    get ownBonds() {
      return renumbered(lattice.ownBonds);
    },
    get minimalImageShells() {
      return lattice.minimalImageShells;
    },
  };
  return { lattice: compact, sites };
}

/** The numbers of some sites, `width` a site. */
export const gathered = (values: Float64Array, sites: Int32Array, width: number): Float64Array =>
  Float64Array.from(
    { length: width * sites.length },
    (_, k) => values[width * sites[Math.floor(k / width)] + (k % width)],
  );

function compactRealisation(realisation: Realisation, sites: Int32Array): Realisation {
  return {
    ...realisation,
    isPresent: new Uint8Array(sites.length).fill(1),
    hasSpin: Uint8Array.from(sites, (site) => realisation.hasSpin[site]),
    potential: gathered(realisation.potential, sites, 1),
    coupling: gathered(realisation.coupling, sites, 1),
  };
}
