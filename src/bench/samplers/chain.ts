/** A chain of one of our samplers, advanced by the clock. */
import { cpuMilliseconds } from '../../chain/cpu-time.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { squaredOrders } from '../../observables/magnetization.ts';
import type { Sampler } from '../../sampling/interfaces/sampler.ts';
import type { Stretch } from './candidate.ts';

interface BenchChain {
  /** Makes steps that adapt and are discarded. */
  warmUp(steps: number): void;
  /** Advances for this many seconds of wall time, at least one step. Nothing but m_s² is measured. */
  advance(seconds: number): Stretch;
  /** The current configuration. */
  readonly spins: Float64Array;
}

/** A chain of a sampler. `stream`: that of random numbers; every chain has its own. */
export function benchChain(sampler: Sampler, lattice: Lattice, spins: Float64Array, stream: number): BenchChain {
  const staggered = squaredOrders(lattice)[1];
  const state = sampler.start(spins);
  const random = philoxStream(SEED, stream);
  return {
    spins: state.spins,
    warmUp(steps) {
      for (let step = 0; step < steps; step++) {
        sampler.step(state, random);
        sampler.adapt?.();
      }
    },
    advance(seconds) {
      const series: number[] = [];
      const start = cpuMilliseconds();
      const end = performance.now() + 1000 * seconds;
      do {
        sampler.step(state, random);
        series.push(staggered(state.spins));
      } while (performance.now() < end);
      return { series, milliseconds: cpuMilliseconds() - start };
    },
  };
}

const SEED = 2023;
