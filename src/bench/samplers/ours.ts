/** Our samplers on one lattice: self-learning, exact hybrid Monte Carlo, exact local Metropolis. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { hmcSampler } from '../../sampling/hmc.ts';
import type { InnerPlan } from '../../sampling/inner-chain.ts';
import { localSampler } from '../../sampling/local.ts';
import { namedConfiguration } from '../../spins/named.ts';
import { benchChain } from './chain.ts';
import type { Contestant } from './contestant.ts';
import { learnedSampler } from './learned.ts';
import type { Schedule } from './schedule.ts';
import { type Trajectories, tunedTrajectories } from './tune.ts';

export interface Ours {
  readonly contestants: readonly Contestant[];
  /** Processor time that self-learning took to learn, in milliseconds. */
  readonly training: number;
  readonly start: Start;
}

/** What the rivals are given: a thermalised configuration, and settings tuned on chains of the same law. */
export interface Start {
  readonly spins: Float64Array;
  readonly trajectories: Trajectories;
  /** Of local proposals, where there are any. */
  readonly amplitude: number | undefined;
}

const ENGINE = { route: 'quaternion', engine: 'wasm' } as const;
/** Steps of the self-learning chain from random spins until any other chain may start where it is. */
const THERMALISATION = 300;
/** Steps in which the local sampler tunes its amplitude. */
const LOCAL_WARM_UP = 200;

export function ourContestants(exact: SpinFermionModel, plan: InnerPlan | undefined, schedule: Schedule): Ours {
  const { lattice } = exact.parameters;
  const learned = learnedSampler(exact, plan);
  const selfLearning = benchChain(learned.sampler, lattice, namedConfiguration('random', lattice), 1);
  selfLearning.warmUp(THERMALISATION);
  const spins = selfLearning.spins.slice();
  const trajectories = tunedTrajectories(exact, spins, schedule.tuning);
  const hmc = benchChain(hmcSampler(exact, trajectories), lattice, spins, 2);
  const seconds = schedule.ours;
  const local = seconds.local === undefined ? undefined : localContestant(exact, spins, seconds.local);
  return {
    contestants: [
      contestant('self-learning', seconds.selfLearning, selfLearning.advance, planWords(learned.plan)),
      contestant('hmc', seconds.hmc, hmc.advance, trajectoryWords(trajectories)),
      ...(local ? [local.contestant] : []),
    ],
    training: learned.milliseconds,
    start: { spins, trajectories, amplitude: local?.amplitude },
  };
}

function localContestant(exact: SpinFermionModel, spins: Float64Array, seconds: number) {
  const sampler = localSampler(exact);
  const chain = benchChain(sampler, exact.parameters.lattice, spins, 3);
  chain.warmUp(LOCAL_WARM_UP);
  const amplitude = sampler.settings().stepSize;
  return { contestant: contestant('local-metropolis', seconds, chain.advance, amplitudeWords(amplitude)), amplitude };
}

function contestant(name: string, seconds: number, advance: Contestant['advance'], settings: string): Contestant {
  return { ...ENGINE, name, seconds, advance, settings };
}

/** heat-bath: sweeps 2, overrelaxation 1. */
function planWords({ kind, ...numbers }: InnerPlan): string {
  return `${kind}: ${Object.entries(numbers)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')}`;
}

export const trajectoryWords = ({ stepSize, steps }: Trajectories): string => `${steps} steps of ${stepSize}`;
export const amplitudeWords = (amplitude: number): string => `amplitude ${amplitude.toPrecision(2)}`;
