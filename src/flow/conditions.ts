/** Which sites move in a layer and what they see, as tables. */
import type { Network } from '../effective/attention/network.ts';
import { compress, type Rows } from '../effective/shells.ts';
import type { Turn } from './schedule.ts';

export interface Conditions {
  /** The active sites, ascending. */
  readonly active: Int32Array;
  /** 1 at sites that they see. */
  readonly isSeen: Uint8Array;
  /** The square of the number of seen sites in shell s of site i, at least 1: the number i n_s + s − 1. */
  readonly squaredCounts: Float64Array;
  /** The number of seen sites in all shells of a site, at least 1. */
  readonly totals: Float64Array;
  /** What the attention of the transformer takes: active sites attend to each other and to those that they see, others to none. */
  readonly network: Network;
}

/** `neighbours`: of the shells that spins are summed over, `shellCount` of them. */
export function conditionsOf({ isActive, isSeen }: Turn, neighbours: Rows, shellCount: number): Conditions {
  const siteCount = isActive.length;
  const all = Array.from({ length: siteCount }, (_, site) => site);
  const attended = all.filter((site) => isSeen[site] || isActive[site]);
  const counts = seenCounts(neighbours, isSeen);
  return {
    active: Int32Array.from(all.filter((site) => isActive[site])),
    isSeen,
    squaredCounts: counts.map((count) => Math.max(1, count * count)),
    totals: Float64Array.from(all, (site) =>
      Math.max(
        1,
        counts.subarray(site * shellCount, (site + 1) * shellCount).reduce((sum, count) => sum + count, 0),
      ),
    ),
    network: {
      siteCount,
      shellCount,
      smearedCount: shellCount,
      blockCount: 1,
      crossReadout: false,
      neighbours,
      window: compress(all.map((site) => (isActive[site] ? attended : []))),
      // So that the sum has the same size on every lattice.
      scale: 1 / (Math.sqrt(3) * siteCount),
    },
  };
}

/** By row of neighbours. */
const seenCounts = ({ start, entry }: Rows, isSeen: Uint8Array): Float64Array =>
  Float64Array.from({ length: start.length - 1 }, (_, row) =>
    entry.subarray(start[row], start[row + 1]).reduce((sum, site) => sum + isSeen[site], 0),
  );
