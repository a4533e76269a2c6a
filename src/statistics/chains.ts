import { InputError } from '../errors.ts';

/** One observable along several independent Markov chains (replicas); their lengths may differ. */
export type Chains = readonly Float64Array[];

/** Checks the samples of an observable; throws unless there is a chain, none is empty, and all samples are finite. */
export function checkChains(chains: Chains): void {
  if (chains.length === 0) throw new InputError('Statistics need at least one chain, found none.');
  chains.forEach((chain, c) => {
    if (chain.length === 0) throw new InputError(`Chain ${c} has no samples.`);
    const k = firstNotFinite(chain);
    if (k < chain.length) throw new InputError(`Samples must be finite, but sample ${k} of chain ${c} is ${chain[k]}.`);
  });
}

function firstNotFinite(chain: Float64Array): number {
  let k = 0;
  while (k < chain.length && Number.isFinite(chain[k])) k++;
  return k;
}

/** Checks that two series belong together; throws unless both have as many chains, of the same lengths. */
export function checkSameShape(a: Chains, b: Chains): void {
  const shapes = [a, b].map((chains) => `[${chains.map((chain) => chain.length).join(', ')}]`);
  if (shapes[0] !== shapes[1])
    throw new InputError(`Series of one run must have chains of the same lengths, not ${shapes[0]} and ${shapes[1]}.`);
}

export function countSamples(chains: Chains): number {
  return chains.reduce((sum, chain) => sum + chain.length, 0);
}

/** The mean over all samples of all chains; relative to the first sample, so that the mean of a constant is exactly that constant. */
export function pooledMean(chains: Chains): number {
  const origin = chains[0][0];
  let sum = 0;
  for (const chain of chains) for (let k = 0; k < chain.length; k++) sum += chain[k] - origin;
  return origin + sum / countSamples(chains);
}
