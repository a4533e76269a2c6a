/** Series that are computed one chain at a time, so that those of a long run need no memory. */
import type { Chains } from './chains.ts';

/** A quantity along several chains. */
export interface ChainByChain {
  readonly lengths: readonly number[];
  /** A chain by its index, in a work array: valid until the next one is asked for. */
  of(chain: number): Float64Array;
}

/** The chains whose samples `fill` writes into an array of their length. */
export function chainByChain(
  lengths: readonly number[],
  fill: (chain: number, target: Float64Array) => void,
): ChainByChain {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const work = new Float64Array(longest);
  return {
    lengths,
    of(chain) {
      const target = work.subarray(0, lengths[chain]);
      fill(chain, target);
      return target;
    },
  };
}

/** The samples less their mean. */
export function deviationsFrom(mean: number, chains: Chains): ChainByChain {
  const lengths = chains.map(({ length }) => length);
  return chainByChain(lengths, (c, deviations) => {
    const chain = chains[c];
    for (let k = 0; k < chain.length; k++) deviations[k] = chain[k] - mean;
  });
}
