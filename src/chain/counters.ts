/** What a chain has done and what it took: the counters of its checkpoints. */
import type { RandomStream } from '../numeric/philox.ts';
import type { Proposer } from '../sampling/interfaces/reversible-kernel.ts';
import type { StepOutcome } from '../sampling/interfaces/sampler.ts';
import type { Proposals } from '../sampling/samplers/learned-sampler.ts';

/** Counters before the first step. */
export const NOTHING_COUNTED = {
  proposed: 0,
  accepted: 0,
  innerProposed: 0,
  innerAccepted: 0,
  exactEvaluations: 0,
  effectiveEvaluations: 0,
  // Processor time, and its parts: inner chain, exact weight with its decision, observables.
  milliseconds: 0,
  innerMilliseconds: 0,
  exactMilliseconds: 0,
  measureMilliseconds: 0,
};
export type Counters = typeof NOTHING_COUNTED;

/** Counts a step. Rates are of the measured part; costs are of everything. */
export function count(counters: Counters, outcome: StepOutcome, measured: boolean): void {
  counters.exactEvaluations += outcome.exactEvaluations;
  counters.effectiveEvaluations += outcome.effectiveEvaluations;
  if (!measured) return;
  for (const key of ['proposed', 'accepted', 'innerProposed', 'innerAccepted'] as const) counters[key] += outcome[key];
}

/** Milliseconds by the clock. */
export interface Times {
  /** The whole step, inner chain included. */
  readonly step: number;
  readonly inner: number;
  readonly measure: number;
}

/**
 * Counts the processor time of a step and its parts, which are known by the clock, which is quick to read. `scale`: processor time over time by the clock, which on a
 * busy machine says more than the processor has done.
 */
export function countTime(counters: Counters, { step, inner, measure }: Times, scale: number): void {
  counters.milliseconds += scale * (step + measure);
  counters.innerMilliseconds += scale * inner;
  counters.exactMilliseconds += scale * (step - inner);
  counters.measureMilliseconds += scale * measure;
}

/** What is put around a kernel, and the milliseconds by the clock that it has taken since. */
export function kernelTimer(): { around: NonNullable<Proposals['around']>; milliseconds: () => number } {
  let milliseconds = 0;
  const around = <Kernel extends Proposer>(kernel: Kernel): Kernel => ({
    ...kernel,
    advance(spins: Float64Array, random: RandomStream) {
      const began = performance.now();
      const result = kernel.advance(spins, random);
      milliseconds += performance.now() - began;
      return result;
    },
  });
  return { around, milliseconds: () => milliseconds };
}
