/** Which sites move while one colour is active, and what they see: tables of a layer. */
import type { Network } from '../effective/attention/network.ts';
import { compress, neighbourRows, type Rows } from '../effective/shells.ts';
import type { Lattice } from '../lattice/lattice.ts';

export interface Conditions {
  /** The active sites, ascending. */
  readonly active: Int32Array;
  /** 1 at frozen sites. */
  readonly isFrozen: Uint8Array;
  /** The square of the number of frozen sites in shell s of site i, at least 1: the number i n_s + s − 1. */
  readonly squaredCounts: Float64Array;
  /** What the attention of the transformer takes: active sites attend to all, frozen ones to none. */
  readonly network: Network;
}

/** Tables for each colour. `shells`: those that spins are summed over. */
export function conditionsOf(
  lattice: Lattice,
  colours: Int32Array,
  count: number,
  shells: readonly number[],
): Conditions[] {
  const neighbours = neighbourRows(lattice, shells);
  return Array.from({ length: count }, (_, colour) => conditionsFor(colour, colours, neighbours, shells.length));
}

function conditionsFor(colour: number, colours: Int32Array, neighbours: Rows, shellCount: number): Conditions {
  const siteCount = colours.length;
  const isFrozen = Uint8Array.from(colours, (other) => Number(other !== colour));
  const all = Array.from({ length: siteCount }, (_, site) => site);
  return {
    active: Int32Array.from(all.filter((site) => !isFrozen[site])),
    isFrozen,
    squaredCounts: squaredCounts(neighbours, isFrozen),
    network: {
      siteCount,
      shellCount,
      smearedCount: shellCount,
      blockCount: 1,
      crossReadout: false,
      neighbours,
      window: compress(all.map((site) => (isFrozen[site] ? [] : all))),
      // So that weights carry over to other sizes.
      scale: 1 / (Math.sqrt(3) * siteCount),
    },
  };
}

function squaredCounts({ start, entry }: Rows, isFrozen: Uint8Array): Float64Array {
  return Float64Array.from({ length: start.length - 1 }, (_, row) => {
    const count = entry.subarray(start[row], start[row + 1]).reduce((sum, site) => sum + isFrozen[site], 0);
    return Math.max(1, count * count);
  });
}
