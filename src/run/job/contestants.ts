/** What `kind = "auto"` tries: samplers of the exact weight, then learned models, each with a short chain. */
import { createEffectiveModel } from '../../effective/create.ts';
import { InputError } from '../../errors.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { STEPS } from '../../sampling/hmc.ts';
import { candidatePlans, innerChain, innerCost } from '../../sampling/inner-chain.ts';
import type { ReversibleKernel } from '../../sampling/reversible-kernel.ts';
import { type Performance, trial } from '../../sampling/trial.ts';
import type { Spec } from '../spec/spec.ts';
import { CHEAP, choiceOf, type LearnedModels, loadModels, needsCheapModel, trainingOf } from './effective.ts';
import { type Trained, withProposals } from './learn.ts';
import { purposeOf } from './proposals.ts';
import { createSampler } from './samplers.ts';
import { startingSpins } from './start.ts';

type Method = Spec['sampling']['method'];

/** One that was tried, or why it was not. */
export interface Attempt extends Partial<Performance> {
  readonly name: string;
  readonly method: Method;
  readonly effective: Partial<Spec['effective']>;
  readonly omitted?: string;
  /** Of the trial that its numbers are from. */
  readonly steps?: number;
}

/** What was tried, and how to try it once more. */
export interface Contestant {
  readonly attempt: Attempt;
  /** Trained, where it learns. */
  readonly learned?: LearnedModels;
  /** From random spins on, by other random numbers than before; undefined where it was not tried at all. */
  readonly again?: (steps: number) => Attempt;
}

/** Counted effective samples per second. */
export const worth = ({ attempt: { efficiency = 0 } }: Contestant): number => efficiency;

interface Candidate extends Pick<Attempt, 'name' | 'method' | 'effective'> {
  readonly exactEvaluations: number;
}

/** Streams of the trials: far from those of chains, training and inner chains. */
const STREAM = 8589934592;
const TRIAL = { warmUp: 150, samples: 1000 };
/** Beside a log weight: one with forces; a local sweep takes about √N. */
const FORCE_FACTOR = 3;
const LINEAR = { kind: 'linear', shells: 'all' } as const;
/** Of the paper's form, but short to train. */
const TRANSFORMER = { kind: 'transformer', shells: 6, blocks: 1 } as const;
const NODAL = { kind: 'nodal', shells: 'all' } as const;
/** Linear models need no more to learn from, and networks this many for a trial. */
const ENOUGH = { linear: 400, network: 600 };

export const CANDIDATES: readonly Candidate[] = [
  { name: 'linear model', method: 'self-learning', effective: LINEAR, exactEvaluations: ENOUGH.linear },
  { name: 'linear model, reweighted', method: 'reweighting', effective: LINEAR, exactEvaluations: ENOUGH.linear },
  { name: 'transformer', method: 'self-learning', effective: TRANSFORMER, exactEvaluations: ENOUGH.network },
  {
    name: 'transformer screens linear',
    method: 'delayed-acceptance',
    effective: TRANSFORMER,
    exactEvaluations: ENOUGH.network,
  },
  { name: 'nodal determinant', method: 'self-learning', effective: NODAL, exactEvaluations: ENOUGH.network },
];

export function exactContestants(spec: Spec, exact: SpinFermionModel): Contestant[] {
  const { siteCount } = exact.parameters.lattice;
  const entries = [
    { name: 'exact HMC', method: 'hmc', cost: STEPS * FORCE_FACTOR * exact.cost },
    { name: 'exact local updates', method: 'local', cost: Math.sqrt(siteCount) * exact.cost },
  ] as const;
  return entries.map(({ name, method, cost }) =>
    tried(spec, exact, { name, method, effective: LINEAR }, undefined, cost),
  );
}

/** By a short chain from random spins on, by longer ones when asked again. */
function tried(
  spec: Spec,
  exact: SpinFermionModel,
  named: Pick<Attempt, 'name' | 'method' | 'effective'>,
  newKernel: (() => ReversibleKernel) | undefined,
  cost: number,
): Contestant {
  const sampling = { ...spec.sampling, method: named.method, warmUp: TRIAL.warmUp };
  const tryIt = (steps: number, stream: number): Attempt => {
    const random = philoxStream(spec.sampling.seed, stream);
    const sampler = createSampler({ ...spec, sampling }, exact, newKernel?.());
    const state = sampler.start(startingSpins(exact.parameters.lattice, 1, random));
    const plan = { warmUp: TRIAL.warmUp, samples: steps, purpose: purposeOf(exact), cost };
    return { ...named, ...trial(sampler, state, plan, random), steps };
  };
  return { attempt: tryIt(TRIAL.samples, STREAM), again: (steps) => tryIt(steps, STREAM + 1) };
}

/** Trained and tried, unless it would lose to `best` even with every proposal accepted. */
export function contestantOf(
  spec: Spec,
  exact: SpinFermionModel,
  { exactEvaluations, ...named }: Candidate,
  best: number,
  train: (spec: Spec) => Trained,
): Contestant {
  const wanted = specFor(spec, { exactEvaluations, ...named });
  const obstacle = obstacleTo(wanted, exact, best);
  if (obstacle) return { attempt: { ...named, omitted: obstacle } };
  const learned = withProposals(wanted, train(wanted));
  const models = loadModels(exact.parameters, learned);
  const { plan } = trainingOf(learned.effective).proposals;
  const newKernel = () => innerChain(models, exact.parameters.temperature, plan);
  return { ...tried(spec, exact, named, newKernel, exact.cost + innerCost(models, plan)), learned };
}

function specFor(spec: Spec, { method, effective, exactEvaluations }: Candidate): Spec {
  const budget = Math.min(spec.training.exactEvaluations, exactEvaluations);
  return {
    ...spec,
    effective: { ...spec.effective, ...effective },
    training: { ...spec.training, exactEvaluations: budget },
    sampling: { ...spec.sampling, method, proposal: 'efficient' },
  };
}

/** Why a candidate is not worth its training; undefined where it is. */
function obstacleTo(spec: Spec, exact: SpinFermionModel, best: number): string | undefined {
  try {
    const { parameters } = exact;
    const effective = createEffectiveModel(parameters, choiceOf(spec));
    const models = { effective, ...(needsCheapModel(spec) ? { cheap: createEffectiveModel(parameters, CHEAP) } : {}) };
    // A closed form costs less than to reason about it.
    if (effective.kind === 'linear') return undefined;
    const cheapest = Math.min(...candidatePlans(models).map((plan) => innerCost(models, plan)));
    // τ = 1 at the cheapest step, every proposal accepted: better has not been seen.
    const most = 1e9 / (2 * (exact.cost + cheapest + purposeOf(exact).measurement));
    return most > best ? undefined : `at most ${most.toFixed(0)} effective samples per second`;
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n')[0];
    throw error;
  }
}
