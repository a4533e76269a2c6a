/** Samples in which the averages over the electrons are not measured. */
import type { Measurement } from '../exact/model.ts';
import type { ChainState } from '../sampling/interfaces/sampler.ts';

/** Whether electrons are measured in the sample of this index, which counts the warm-up: in the last of every `every` after it, and on the same grid in it. */
export function isMeasured(index: number, warmUp: number, every: number): boolean {
  return (((index + 1 - warmUp) % every) + every) % every === 0;
}

/** What is known of the electrons without measuring: log W. All else is NaN. */
export function unmeasured({ logWeight }: ChainState, temperature: number): Measurement {
  return {
    logWeight,
    freeEnergy: -temperature * logWeight,
    energy: Number.NaN,
    classicalEnergy: Number.NaN,
    density: Number.NaN,
    energyFluctuation: Number.NaN,
    numberFluctuation: Number.NaN,
    crossFluctuation: Number.NaN,
  };
}
