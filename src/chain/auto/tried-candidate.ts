/** A candidate of `kind = "auto"`, trained where it learns and tried with short chains. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { LearnedFlow } from '../../flow/flow-files.ts';
import type { Performance, Purpose } from '../../sampling/choosing/trial.ts';
import { affordableLength } from '../../sampling/choosing/trial-length.ts';
import { learnedSampler, proposalCost } from '../../sampling/samplers/learned-sampler.ts';
import { learningMethodOf, needsFlow, needsModel } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { flowCost } from '../flow/flow-cost.ts';
import type { LearnedBelow } from '../flow/learn-flow.ts';
import { flowOn } from '../flow/load-flow.ts';
import { proposerOf, type Trained, visitedBy, withProposals } from '../learning/learn.ts';
import { measurementCost } from '../learning/measurement-cost.ts';
import { type LearnedModels, loadModels, trainingOf } from '../learning/models.ts';
import { createSampler } from '../sampler-of.ts';
import {
  type Candidate,
  exactStepCost,
  FAVOURITE,
  type NamedSampler,
  obstacleTo,
  specFor,
  TOO_EXPENSIVE,
} from './candidates.ts';
import type { Ledger } from './ledger.ts';
import { type TrialChain, trialChain } from './trial-chain.ts';

/** What a candidate has shown in its trials, or why it was not tried. */
export interface Attempt extends NamedSampler, Partial<Performance> {
  readonly omitted?: string;
  /** Steps that the numbers come from. */
  readonly steps?: number;
}

export interface TriedCandidate {
  readonly attempt: Attempt;
  /** False for what the lattice or the competition rules out. */
  readonly isPossible: boolean;
  /** Trained, where it learns. */
  readonly learned?: LearnedModels | undefined;
  readonly flow?: LearnedFlow | undefined;
  /** Its chain, where it was tried. */
  readonly chain?: TrialChain;
  /** Effective samples per second with the τ that is usual, of hybrid Monte Carlo where it is too expensive to try. */
  readonly expected?: number;
}

/** Counted effective samples per second. */
export const worth = ({ attempt: { efficiency = 0 } }: TriedCandidate): number => efficiency;

/** Effective samples of a trial: with fewer it has shown nothing. */
const ENOUGH_SAMPLES = 10;

export const isProven = ({ attempt: { steps = 0, tau = 0 } }: TriedCandidate): boolean =>
  steps > 0 && steps >= ENOUGH_SAMPLES * 2 * tau;

/** What all candidates share. */
export interface Setting {
  readonly spec: Spec;
  readonly exact: SpinFermionModel;
  readonly purpose: Purpose;
  readonly ledger: Ledger;
  /** Samplers with the same model share its training. */
  readonly train: (spec: Spec) => Trained;
  readonly trainFlow: (spec: Spec, exact: SpinFermionModel, below: LearnedBelow) => LearnedFlow;
  /** A configuration that the training of the favourite has visited, with which chains of exact samplers begin; undefined without one. */
  readonly visited?: Float64Array | undefined;
}

/** From random spins a warm-up tunes and thermalises, from a configuration of a training it tunes. */
const FIRST_TRIAL = { samples: 1000, halvings: 3 };
const WARM_UP = { cold: 150, learned: 30, exact: 60 };
/**
 * Shares of the budget for the first trials of a candidate with those of its inner chain. Exact samplers are tried where models are poor, and their steps take long; the favourite must not be passed over
 * in a short run that could pay for another.
 */
const SHARE = { favourite: 1 / 3, learned: 1 / 8, exact: 1 / 3 };
/** The part of a candidate's share that its inner chain is chosen with. */
const INNER_SHARE = 2 / 3;

/**
 * Tried, unless it would lose to `best` even with every proposal accepted, or costs too much. The chain of a learned model goes on from the trials that chose its
 * inner chain, and what these have shown counts; no chain is thermalised twice.
 */
export function tryCandidate(setting: Setting, candidate: Candidate, best: number): TriedCandidate {
  const { spec, exact, ledger } = setting;
  const wanted = specFor(spec, candidate);
  const learns = needsModel(wanted);
  const kind = candidate === FAVOURITE ? 'favourite' : learns ? 'learned' : 'exact';
  const allowance = Math.min(SHARE[kind] * ledger.budget, ledger.left());
  const warmUp = learns ? WARM_UP.learned : setting.visited ? WARM_UP.exact : WARM_UP.cold;
  const firstLength = (stepCost: number, allowed: number) =>
    affordableLength((each) => (each.warmUp + each.samples) * stepCost, { ...FIRST_TRIAL, warmUp }, allowed);
  const obstacle = obstacleTo(wanted, exact, best, (stepCost) => firstLength(stepCost, allowance) !== undefined);
  const { exactEvaluations: _, ...named } = candidate;
  if (obstacle) {
    const attempt = { ...named, omitted: obstacle };
    if (obstacle !== TOO_EXPENSIVE) return { attempt, isPossible: false };
    const isHmc = named.method === 'hmc';
    return { attempt, isPossible: true, ...(isHmc ? { expected: expectedWorth(wanted, exact) } : {}) };
  }
  const before = ledger.left();
  const { learned, flow, ...means } = learns
    ? learnedMeans(setting, named, wanted, INNER_SHARE * allowance)
    : exactMeans(setting, wanted);
  const chain = trialChain({ name: named.name, seed: spec.sampling.seed, exact, ledger, ...means });
  const length = firstLength(means.cost, allowance - (before - ledger.left()));
  if (length && length.samples > (chain.shown()?.steps ?? 0)) chain.goOn(length, 0);
  const shown = chain.shown();
  const attempt = { ...named, ...(shown ?? { omitted: TOO_EXPENSIVE }) };
  return { attempt, isPossible: true, learned, flow, ...(shown ? { chain } : {}) };
}

/** τ of hybrid Monte Carlo at ordinary temperatures, 4 × 4 to 16 × 16 sites: 1 to 3.5. */
const USUAL_TAU = 3;

const expectedWorth = (wanted: Spec, exact: SpinFermionModel): number =>
  1e9 / (2 * USUAL_TAU * (exactStepCost(wanted, exact) + measurementCost(wanted, exact)));

/** A sampler with all that its trials need. */
interface Means extends Pick<Parameters<typeof trialChain>[0], 'newSampler' | 'cost' | 'purpose' | 'start'> {
  readonly learned?: LearnedModels;
  readonly flow?: LearnedFlow | undefined;
}

function exactMeans({ exact, purpose, visited }: Setting, wanted: Spec): Means {
  return {
    newSampler: () => createSampler(wanted, exact),
    cost: exactStepCost(wanted, exact),
    purpose: { ...purpose, measurement: measurementCost(wanted, exact) },
    start: visited && { spins: visited },
  };
}

function learnedMeans(setting: Setting, { name }: NamedSampler, wanted: Spec, budget: number): Means {
  const { exact, purpose, ledger, train, trainFlow } = setting;
  const trained = train(wanted);
  const proposer = proposerOf(wanted, trained);
  const below = { models: proposer, visited: visitedBy(trained.result) };
  const flow = needsFlow(wanted) ? trainFlow(wanted, exact, below) : undefined;
  const transport = flow && flowOn(exact.parameters, flow, proposer);
  const run: Ledger['run'] = (task) => ledger.run({ ...task, candidate: { name, ...task.candidate } });
  const trials = { run, budget, orders: purpose.orders, flow: transport };
  const { learned, reached } = withProposals(wanted, trained, trials, proposer);
  const models = loadModels(exact.parameters, learned);
  const { plan } = trainingOf(learned.effective).proposals;
  const method = learningMethodOf(wanted);
  return {
    learned,
    flow,
    newSampler: () => learnedSampler(method, exact, { models, plan, flow: transport }),
    cost: exact.cost + proposalCost(models, plan) + flowCost(wanted, exact.parameters.lattice),
    purpose: { ...purpose, measurement: measurementCost(wanted, exact, models) },
    start: reached ?? { spins: visitedBy(trained.result).at(-1) as Float64Array },
  };
}
