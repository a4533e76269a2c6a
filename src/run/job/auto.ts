/** `[effective] kind = "auto"`: model and sampler with the most effective samples per counted cost, found by trying. */
import { createEffectiveModel } from '../../effective/create.ts';
import { InputError } from '../../errors.ts';
import { createModel } from '../../exact/create.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { hmcSampler, STEPS } from '../../sampling/hmc.ts';
import { candidatePlans, innerChain, innerCost } from '../../sampling/inner-chain.ts';
import { localSampler } from '../../sampling/local.ts';
import { reweightingSampler } from '../../sampling/reweighting.ts';
import type { Sampler } from '../../sampling/sampler.ts';
import { type Performance, trial } from '../../sampling/trial.ts';
import { modelParameters } from '../model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import { CHEAP, choiceOf, type LearnedModels, loadModels, needsCheapModel, trainingOf } from './effective.ts';
import { type LearnOptions, type Trained, trainModel, withProposals } from './learn.ts';
import { purposeOf } from './proposals.ts';
import { startingSpins } from './start.ts';

type Method = Spec['sampling']['method'];

/** One that was tried, or why it was not. */
export interface Attempt extends Partial<Performance> {
  readonly name: string;
  readonly method: Method;
  readonly effective: Partial<Spec['effective']>;
  readonly omitted?: string;
}

export interface AutoChoice {
  readonly method: Method;
  readonly effective: Spec['effective'];
  /** In the order of trying. */
  readonly attempts: readonly Attempt[];
}

export interface Chosen {
  readonly choice: AutoChoice;
  /** Of the chosen method, where it has any. */
  readonly models?: LearnedModels | undefined;
}

interface Candidate extends Pick<Attempt, 'name' | 'method' | 'effective'> {
  readonly exactEvaluations: number;
}

/** Stream of the trials: far from those of chains, training and inner chains. */
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

const CANDIDATES: readonly Candidate[] = [
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

/**
 * The exact samplers first, then the linear model, then every network that could beat the best so far: none that would lose even with every proposal accepted and
 * τ = 1. Costs are counted, so that the same spec makes the same choice everywhere. The models of the winner are trained already.
 */
export function chooseAutomatically(spec: Spec, options: LearnOptions): Chosen {
  const exact = createModel(modelParameters(spec));
  const attempts: Attempt[] = exactAttempts(spec, exact);
  let best = attempts.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  let models: LearnedModels | undefined;
  const train = trainOnce(options);
  for (const candidate of CANDIDATES) {
    const { attempt, learned } = tryCandidate(spec, exact, candidate, worth(best), train);
    attempts.push(attempt);
    if (worth(attempt) <= worth(best)) continue;
    best = attempt;
    models = learned;
  }
  const effective = { ...spec.effective, ...best.effective };
  return { choice: { method: best.method, effective, attempts }, models };
}

/** Samplers with the same model share its training. */
function trainOnce(options: LearnOptions): (spec: Spec) => Trained {
  const known = new Map<string, Trained>();
  return (spec) => {
    const key = JSON.stringify([spec.effective, spec.training]);
    const trained = known.get(key) ?? trainModel(spec, options);
    known.set(key, trained);
    return trained;
  };
}

const worth = ({ efficiency = 0 }: Attempt): number => efficiency;

function exactAttempts(spec: Spec, exact: SpinFermionModel): Attempt[] {
  const { siteCount } = exact.parameters.lattice;
  const entries: [Method, Sampler, number][] = [
    ['hmc', hmcSampler(exact), STEPS * FORCE_FACTOR * exact.cost],
    ['local', localSampler(exact), Math.sqrt(siteCount) * exact.cost],
  ];
  return entries.map(([method, sampler, cost]) => ({
    ...{ name: method === 'hmc' ? 'exact HMC' : 'exact local updates', method, effective: LINEAR },
    ...tryFrom(spec, exact, sampler, cost),
  }));
}

/** From random spins on. */
function tryFrom(spec: Spec, exact: SpinFermionModel, sampler: Sampler, cost: number): Performance {
  const { lattice } = exact.parameters;
  const random = philoxStream(spec.sampling.seed, STREAM);
  const state = sampler.start(startingSpins(lattice, 1, random));
  return trial(sampler, state, { ...TRIAL, purpose: purposeOf(exact), cost }, random);
}

interface Tried {
  readonly attempt: Attempt;
  readonly learned?: LearnedModels;
}

function tryCandidate(
  spec: Spec,
  exact: SpinFermionModel,
  candidate: Candidate,
  best: number,
  train: (spec: Spec) => Trained,
): Tried {
  const { exactEvaluations, ...named } = candidate;
  const wanted = specFor(spec, candidate);
  const obstacle = obstacleTo(wanted, exact, best);
  if (obstacle) return { attempt: { ...named, omitted: obstacle } };
  const learned = withProposals(wanted, train(wanted));
  const { plan, trials } = trainingOf(learned.effective).proposals;
  if (candidate.method !== 'reweighting') {
    const { plan: _, ...performance } = trials[0];
    return { attempt: { ...named, ...performance }, learned };
  }
  const models = loadModels(exact.parameters, learned);
  const sampler = reweightingSampler(exact, innerChain(models, exact.parameters.temperature, plan));
  return { attempt: { ...named, ...tryFrom(spec, exact, sampler, exact.cost + innerCost(models, plan)) }, learned };
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
