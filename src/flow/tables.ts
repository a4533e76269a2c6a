/** Which sites move in every layer and what they see, as tables for both engines. */
import { compress, type Rows } from '../effective/shells.ts';
import type { FieldKind } from './fields.ts';
import { type LayerShape, layerParameterCount } from './parameters.ts';
import type { Turn } from './schedule.ts';

/** The tables of a flow of L layers. A sum F_js over the seen spins in shell s of site j has the number j n_s + s − 1. */
export interface FlowTables extends LayerShape {
  readonly kind: FieldKind;
  readonly siteCount: number;
  readonly layerCount: number;
  /** Parameters of a layer. */
  readonly width: number;
  /** Row m: the sums that the spin of site m is part of, as often as it is. */
  readonly reach: Rows;
  /** Row of a layer: its active sites, and those that they see. */
  readonly active: Rows;
  readonly seen: Rows;
  /** Row b: sites that layer b sees and layer b − 1 does not, and the other way round; before the first layer and after the last nothing is seen. */
  readonly joined: Rows;
  readonly left: Rows;
  /** The number of spins in a sum, or 1 where there are none: for the k-th of all entries of `active`, number k n_s + s − 1. */
  readonly counts: Float64Array;
  /** The same for all shells of an active site together: number k. */
  readonly totals: Float64Array;
  /** Factor of the queries of attention: 1/√3, and over N so that the sum has the same size on every lattice. */
  readonly scale: number;
}

/** `neighbours`: of the shells that spins are summed over. */
export function flowTables(
  kind: FieldKind,
  shape: LayerShape,
  siteCount: number,
  turns: readonly Turn[],
  neighbours: Rows,
): FlowTables {
  const nothing = new Uint8Array(siteCount);
  const before = [nothing, ...turns.map(({ isSeen }) => isSeen)];
  const after = [...turns.map(({ isSeen }) => isSeen), nothing];
  const boundary = (of: (before: Uint8Array, after: Uint8Array, site: number) => boolean) =>
    compress(before.map((seen, b) => sitesWhere(nothing, (site) => of(seen, after[b], site))));
  const { counts, totals } = countsOf(turns, neighbours, shape.shellCount);
  return {
    ...shape,
    kind,
    siteCount,
    layerCount: turns.length,
    width: layerParameterCount(shape),
    reach: reachOf(neighbours, siteCount, shape.shellCount),
    active: compress(turns.map(({ isActive }) => sitesWhere(isActive, (site) => isActive[site] === 1))),
    seen: compress(turns.map(({ isSeen }) => sitesWhere(isSeen, (site) => isSeen[site] === 1))),
    joined: boundary((earlier, later, site) => later[site] > earlier[site]),
    left: boundary((earlier, later, site) => earlier[site] > later[site]),
    counts,
    totals,
    scale: 1 / (Math.sqrt(3) * siteCount),
  };
}

const sitesWhere = (sites: Uint8Array, holds: (site: number) => boolean): number[] =>
  [...sites.keys()].filter((site) => holds(site));

/** Bonds are undirected: a spin is part of the sums of those that are part of its own. */
function reachOf({ start, entry }: Rows, siteCount: number, shellCount: number): Rows {
  return compress(
    Array.from({ length: siteCount }, (_, site) =>
      Array.from({ length: shellCount }, (_, s) => {
        const row = site * shellCount + s;
        return Array.from(entry.subarray(start[row], start[row + 1]), (other) => other * shellCount + s);
      }).flat(),
    ),
  );
}

function countsOf(turns: readonly Turn[], { start, entry }: Rows, shellCount: number) {
  const bySite = turns.flatMap(({ isActive, isSeen }) =>
    sitesWhere(isActive, (site) => isActive[site] === 1).map((site) =>
      Array.from({ length: shellCount }, (_, s) => {
        const row = site * shellCount + s;
        return entry.subarray(start[row], start[row + 1]).reduce((sum, other) => sum + isSeen[other], 0);
      }),
    ),
  );
  return {
    counts: Float64Array.from(bySite.flat(), (count) => Math.max(1, count)),
    totals: Float64Array.from(bySite, (counts) =>
      Math.max(
        1,
        counts.reduce((sum, count) => sum + count, 0),
      ),
    ),
  };
}
