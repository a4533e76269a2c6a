/** Chains against known averages. */
import { exactSymmetries } from '../../src/exact/symmetry/exact-symmetries.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import type { ChainState, Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { symmetryMoves } from '../../src/sampling/moves/symmetry-moves.ts';
import { type ChainRecord, runChain } from '../../src/sampling/samplers/run-chain.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { weightedMean } from '../../src/statistics/weighted.ts';
import { numbered } from './numbered.ts';
import { type System, scaleOf } from './systems.ts';

export interface Pull {
  readonly name: string;
  readonly mean: number;
  /** One standard deviation of `mean`. */
  readonly error: number;
  /** `error` over the known mean; over 1, the largest value of a correlation, where that is near zero. */
  readonly relativeError: number;
  /** (mean − known)/error, the error of the known value included. */
  readonly pull: number;
}

export interface Run {
  readonly seed: number;
  readonly warmUp: number;
  readonly samples: number;
}

/** Runs a chain from random spins, measured on symmetric copies as runs are, and compares its averages with the known ones. */
export function runAndCompare(sampler: Sampler, system: System, run: Run): { pulls: Pull[]; record: ChainRecord } {
  const { parameters } = system.model;
  const state = sampler.start(namedConfiguration('random', parameters.lattice, { seed: run.seed }));
  const moves = symmetryMoves(parameters.lattice, exactSymmetries(parameters));
  const measure = (at: ChainState) => numbered(system.measure(at));
  const record = runChain(sampler, state, philoxStream(run.seed, 1), { ...run, measure, moves });
  const pulls = system.known.map((known, k): Pull => {
    const { mean, error } = weightedMean([record.series[k]], [record.logImportance]);
    const pull = (mean - known.mean) / Math.sqrt(error * error + known.error * known.error);
    return { name: known.name, mean, error, relativeError: error / scaleOf(known), pull };
  });
  return { pulls, record };
}

export function largestPull(pulls: readonly Pull[]): number {
  return Math.max(...pulls.map(({ pull }) => Math.abs(pull)));
}
