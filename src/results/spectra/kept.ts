/** The configurations that a run keeps, with their weights, as averages over them take them. */
import { LOG_IMPORTANCE } from '../../chain/sample-row.ts';
import { readConfigurations } from '../../store/store.ts';
import type { RunData } from '../summary/run-data.ts';

/** A configuration of the measurement, and the logarithm of its weight, 0 where all weigh the same. */
export interface KeptConfiguration {
  readonly spins: Float64Array;
  readonly logImportance: number;
}

/** By chain and in the order of samples, those of the warm-up left out; chains that keep none are not there. */
export function keptConfigurations({ run, spec, stored }: RunData): KeptConfiguration[][] {
  return stored(LOG_IMPORTANCE)
    .map((logImportance, index) =>
      [...readConfigurations(run, index + 1)]
        .filter(({ sample }) => sample >= spec.sampling.warmUp)
        .map(({ sample, spins }) => ({ spins, logImportance: logImportance[sample] })),
    )
    .filter(({ length }) => length > 0);
}

/** `most` of them at most, evenly spaced. */
export function thinned(chains: readonly KeptConfiguration[][], most: number): KeptConfiguration[][] {
  const all = chains.reduce((sum, { length }) => sum + length, 0);
  const every = Math.max(1, Math.ceil(all / most));
  let before = 0;
  return chains
    .map((chain) => {
      const first = before;
      before += chain.length;
      return chain.filter((_, k) => (first + k) % every === 0);
    })
    .filter(({ length }) => length > 0);
}
