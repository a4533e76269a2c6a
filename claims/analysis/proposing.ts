/** What a chain of proposals records, and how long its steps take. */
import { cpuMilliseconds } from '../../src/chain/cpu-time.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { randomDirections } from '../../src/numeric/directions.ts';
import type { RandomStream } from '../../src/numeric/philox.ts';
import { squaredOrders } from '../../src/observables/magnetization.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { runChain } from '../../src/sampling/samplers/run-chain.ts';
import { type Combined, combined } from './seeds.ts';

export interface Proposing {
  /** m_s² and log(W/q) of every sample. */
  readonly order: Float64Array;
  readonly logImportance: Float64Array;
  readonly accepted: number;
  /** Processor milliseconds per step, the exact weight included. */
  readonly milliseconds: Combined;
}

/** Steps before the first sample, for the chain and for the compiler. */
const WARM_UP = 200;
/** Parts of the chain whose times are compared. */
const ROUNDS = 8;

/** A chain from random spins. */
export function proposing(
  { parameters: { lattice } }: SpinFermionModel,
  sampler: Sampler,
  samples: number,
  random: RandomStream,
): Proposing {
  const [, order] = squaredOrders(lattice);
  const state = sampler.start(randomDirections(random, lattice.siteCount));
  const measure = ({ spins }: typeof state) => ({ order: order(spins) });
  runChain(sampler, state, random, { warmUp: WARM_UP, samples: 0, measure });
  const count = Math.ceil(samples / ROUNDS);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const began = cpuMilliseconds();
    const record = runChain(sampler, state, random, { samples: count, measure });
    return { ...record, milliseconds: (cpuMilliseconds() - began) / count };
  });
  return {
    order: Float64Array.from(rounds.flatMap(({ series }) => [...series.order])),
    logImportance: Float64Array.from(rounds.flatMap(({ logImportance }) => [...logImportance])),
    accepted: rounds.reduce((sum, { totals }) => sum + totals.accepted, 0),
    milliseconds: scattered(rounds.map(({ milliseconds }) => milliseconds)),
  };
}

/** The mean of several times, with the error that follows from their scatter. */
const scattered = (values: readonly number[]): Combined => combined(values.map((value) => ({ value, error: 0 })));
