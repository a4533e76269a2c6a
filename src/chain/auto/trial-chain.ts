/** The chain of a candidate, which goes on from trial to trial. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { pooled, type Shown } from '../../sampling/choosing/pooled.ts';
import type { Purpose } from '../../sampling/choosing/trial.ts';
import type { TrialLength } from '../../sampling/choosing/trial-length.ts';
import type { Sampler, SamplerSettings } from '../../sampling/interfaces/sampler.ts';
import { startingSpins } from '../start.ts';
import type { Ledger } from './ledger.ts';

/** What is tried, and what it costs. */
interface TrialChainOptions {
  readonly name: string;
  readonly seed: number;
  readonly exact: SpinFermionModel;
  readonly purpose: Purpose;
  readonly ledger: Ledger;
  /** A sampler of its own for every trial. */
  readonly newSampler: () => Sampler;
  /** Nanoseconds of a step, counted. */
  readonly cost: number;
  /** Where the chain begins, and what it has shown before, if anything; random spins where left out. */
  readonly start?: Stand | undefined;
}

/** A point that a chain has come to. */
export interface Stand {
  readonly spins: Float64Array;
  readonly settings?: SamplerSettings;
  readonly shown?: Shown;
}

export interface TrialChain {
  /** Nanoseconds of further steps, counted. */
  readonly costOf: (length: TrialLength) => number;
  /** Goes further. */
  readonly goOn: (length: TrialLength, round: number) => void;
  /** What all trials have shown together; undefined before the first. */
  readonly shown: () => Shown | undefined;
}

/** Streams of the trials, one per round: far from those of chains, training and inner chains. */
const STREAM = 8589934592;

export function trialChain({
  name,
  seed,
  exact,
  purpose,
  ledger,
  newSampler,
  cost,
  start,
}: TrialChainOptions): TrialChain {
  let stand = start;
  return {
    costOf: ({ warmUp, samples }) => (warmUp + samples) * cost,
    goOn(length, round) {
      const random = philoxStream(seed, STREAM + round);
      const spins = stand?.spins ?? startingSpins(exact.parameters.lattice, 1, random);
      const { settings, shown } = stand ?? {};
      const task = { candidate: { name }, sampler: newSampler(), settings, spins, random, purpose, cost };
      const result = ledger.run({ ...task, ...length });
      const stretch = { ...result.performance, steps: length.samples };
      stand = { spins: result.spins, settings: result.settings, shown: shown ? pooled(shown, stretch) : stretch };
    },
    shown: () => stand?.shown,
  };
}
