/** Our samplers on one lattice: self-learning, exact hybrid Monte Carlo, exact local Metropolis. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { InnerPlan } from '../../sampling/inner/inner-chain.ts';
import { hmcSampler } from '../../sampling/samplers/hmc.ts';
import { localSampler } from '../../sampling/samplers/local.ts';
import { namedConfiguration } from '../../spins/named.ts';
import type { Candidate } from './candidate.ts';
import { benchChain } from './chain.ts';
import { learnedSampler } from './learned.ts';
import type { Schedule } from './schedule.ts';
import { TRAJECTORIES, TRAJECTORY_WORDS } from './trajectories.ts';

interface Ours {
  readonly candidates: readonly Candidate[];
  /** Processor time that self-learning took to learn, in milliseconds. */
  readonly training: number;
  readonly start: Start;
}

/** What the rivals start from: a thermalised configuration, and what was tuned on chains of the same law. */
export interface Start {
  readonly spins: Float64Array;
  /** Amplitude of local proposals, where there are any. */
  readonly amplitude: number | undefined;
}

const ENGINE = { route: 'quaternion', engine: 'wasm' } as const;
/** Steps of the self-learning chain from random spins until any other chain may start where it is. */
const THERMALISATION = 300;
/** Steps in which the local sampler tunes its amplitude. */
const LOCAL_WARM_UP = 200;

export function ourCandidates(exact: SpinFermionModel, plan: InnerPlan | undefined, { ours: seconds }: Schedule): Ours {
  const { lattice } = exact.parameters;
  const learned = learnedSampler(exact, plan);
  const selfLearning = benchChain(learned.sampler, lattice, namedConfiguration('random', lattice), 1);
  selfLearning.warmUp(THERMALISATION);
  const spins = selfLearning.spins.slice();
  const hmc = benchChain(hmcSampler(exact, TRAJECTORIES), lattice, spins, 2);
  const local = seconds.local === undefined ? undefined : localCandidate(exact, spins, seconds.local);
  return {
    candidates: [
      candidate('self-learning', seconds.selfLearning, selfLearning.advance, planWords(learned.plan)),
      candidate('hmc', seconds.hmc, hmc.advance, TRAJECTORY_WORDS),
      ...(local ? [local.candidate] : []),
    ],
    training: learned.milliseconds,
    start: { spins, amplitude: local?.amplitude },
  };
}

function localCandidate(exact: SpinFermionModel, spins: Float64Array, seconds: number) {
  const sampler = localSampler(exact);
  const chain = benchChain(sampler, exact.parameters.lattice, spins, 3);
  chain.warmUp(LOCAL_WARM_UP);
  const amplitude = sampler.settings().stepSize;
  return { candidate: candidate('local-metropolis', seconds, chain.advance, amplitudeWords(amplitude)), amplitude };
}

function candidate(name: string, seconds: number, advance: Candidate['advance'], settings: string): Candidate {
  return { ...ENGINE, name, seconds, advance, settings };
}

/** An inner chain in words: heat-bath: sweeps 2, overrelaxation 1. */
function planWords({ kind, ...numbers }: InnerPlan): string {
  return `${kind}: ${Object.entries(numbers)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')}`;
}

export const amplitudeWords = (amplitude: number): string => `amplitude ${amplitude.toPrecision(2)}`;
