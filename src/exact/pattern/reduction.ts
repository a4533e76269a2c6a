/**
 * Elimination of an independent set of sites in closed form, before any factorisation.
 *
 * A site b that couples to no other site of the set has the block D_b = w + i(T_bb − μ) + i(J/2) S_b·σ, whose inverse is known;
 * eliminating it adds T_ab T_bc D_b⁻¹ to every pair (a, c) of its neighbours. On a bipartite lattice the set is one sublattice
 * and half of the sites disappear for the price of some additions.
 */
import type { HoppingMatrix } from '../hopping.ts';

/** What eliminating one site couples. */
interface EliminatedSite {
  readonly site: number;
  /** Retained neighbours a, as positions in `retained`. */
  readonly neighbours: readonly number[];
  /** T_ab towards each of them. */
  readonly real: readonly number[];
  readonly imaginary: readonly number[];
}

/** A hopping element between two retained sites, row < column. */
interface DirectCoupling {
  readonly row: number;
  readonly column: number;
  readonly real: number;
  readonly imaginary: number;
}

export interface Reduction {
  readonly siteCount: number;
  /** Sites that stay in the matrix to be factorised. */
  readonly retained: Int32Array;
  readonly eliminated: readonly EliminatedSite[];
  readonly direct: readonly DirectCoupling[];
}

/** The reduction of a hopping matrix. `isEliminated[i]` marks an independent set; edges between marked sites are an error of the caller. */
export function reduce(hopping: HoppingMatrix, isEliminated: readonly boolean[]): Reduction {
  const sites = Array.from({ length: hopping.siteCount }, (_, i) => i);
  const retained = Int32Array.from(sites.filter((i) => !isEliminated[i]));
  const position = new Int32Array(hopping.siteCount).fill(-1);
  retained.forEach((site, index) => {
    position[site] = index;
  });
  const eliminated = sites.filter((i) => isEliminated[i]).map((site) => neighbourhood(hopping, site, position));
  return { siteCount: hopping.siteCount, retained, eliminated, direct: directCouplings(hopping, retained, position) };
}

function neighbourhood(hopping: HoppingMatrix, site: number, position: Int32Array): EliminatedSite {
  const entries = row(hopping, site).filter((e) => hopping.column[e] !== site);
  return {
    site,
    neighbours: entries.map((e) => position[hopping.column[e]]),
    // Row b holds T_ba; T_ab is its conjugate.
    real: entries.map((e) => hopping.real[e]),
    imaginary: entries.map((e) => -hopping.imaginary[e]),
  };
}

function directCouplings(hopping: HoppingMatrix, retained: Int32Array, position: Int32Array): DirectCoupling[] {
  return Array.from(retained).flatMap((site, index) =>
    row(hopping, site)
      .filter((e) => position[hopping.column[e]] > index)
      .map((e) => ({
        row: index,
        column: position[hopping.column[e]],
        real: hopping.real[e],
        imaginary: hopping.imaginary[e],
      })),
  );
}

function row({ rowStart }: HoppingMatrix, site: number): number[] {
  return Array.from({ length: rowStart[site + 1] - rowStart[site] }, (_, e) => rowStart[site] + e);
}

/** The pairs of retained positions that the reduced matrix couples. */
export function coupledPairs({ eliminated, direct }: Reduction): [number, number][] {
  const pairs: [number, number][] = direct.map(({ row, column }) => [row, column]);
  for (const { neighbours } of eliminated)
    for (const a of neighbours) for (const c of neighbours) if (a < c) pairs.push([a, c]);
  return pairs;
}
