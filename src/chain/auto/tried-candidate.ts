/** A candidate of `kind = "auto"`, trained where it learns and tried with short chains. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { pooled, type Shown } from '../../sampling/choosing/pooled.ts';
import type { Performance, Purpose, TrialResult } from '../../sampling/choosing/trial.ts';
import { affordableLength, type FullLength, type TrialLength } from '../../sampling/choosing/trial-length.ts';
import { innerChain, innerCost } from '../../sampling/inner/inner-chain.ts';
import type { ReversibleKernel } from '../../sampling/interfaces/reversible-kernel.ts';
import { STEPS } from '../../sampling/samplers/hmc.ts';
import type { Spec } from '../../spec/spec.ts';
import { proposerOf, type Trained, withProposals } from '../learning/learn.ts';
import { measurementCost } from '../learning/measurement-cost.ts';
import { type LearnedModels, loadModels, needsModel, trainingOf } from '../learning/models.ts';
import { FORCE_FACTOR } from '../learning/planned-cost.ts';
import { createSampler, relaxationSteps } from '../sampler-of.ts';
import { startingSpins } from '../start.ts';
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
  /** Its chain, where it was tried. */
  readonly chain?: TrialChain;
}

/** The chain of a candidate, from random spins on. */
interface TrialChain {
  /** Nanoseconds of further steps, counted. */
  readonly costOf: (length: TrialLength) => number;
  /** What the candidate has shown after further steps. */
  readonly goOn: (length: TrialLength, round: number) => Attempt & Shown;
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
}

/** Streams of the trials, one per round: far from those of chains, training and inner chains. */
const STREAM = 8589934592;
const FIRST_TRIAL: FullLength = { warmUp: 150, samples: 1000, halvings: 3 };
/**
 * Shares of the budget for the first trials of a candidate with those of its inner chain. Exact samplers are tried where models are poor, and their steps take long; the favourite must not be passed over
 * in a short run that could pay for another.
 */
const SHARE = { favourite: 1 / 3, learned: 1 / 8, exact: 1 / 3 };
/** The part of a candidate's share that its inner chain is chosen with. */
const INNER_SHARE = 1 / 2;

/** Tried, unless it would lose to `best` even with every proposal accepted, or costs too much. */
export function tryCandidate(setting: Setting, candidate: Candidate, best: number): TriedCandidate {
  const { spec, exact, ledger } = setting;
  const wanted = specFor(spec, candidate);
  const kind = candidate === FAVOURITE ? 'favourite' : needsModel(wanted) ? 'learned' : 'exact';
  const allowance = Math.min(SHARE[kind] * ledger.budget, ledger.left());
  const isAffordable = (stepCost: number) => firstLength(trialCost(wanted, exact, stepCost), allowance) !== undefined;
  const obstacle = obstacleTo(wanted, exact, best, isAffordable);
  const { exactEvaluations: _, ...named } = candidate;
  if (obstacle) return { attempt: { ...named, omitted: obstacle }, isPossible: obstacle === TOO_EXPENSIVE };
  const before = ledger.left();
  const { learned, stepCost, newKernel, models } = needsModel(wanted)
    ? learnedSampler(setting, named, wanted, INNER_SHARE * allowance)
    : { learned: undefined, stepCost: exactStepCost(wanted, exact), newKernel: undefined, models: undefined };
  const purpose = { ...setting.purpose, measurement: measurementCost(wanted, exact, models) };
  const chain = trialChain({ ...setting, purpose }, named, wanted, stepCost, newKernel);
  const length = firstLength(chain.costOf, allowance - (before - ledger.left()));
  const attempt = length ? chain.goOn(length, 0) : { ...named, omitted: TOO_EXPENSIVE };
  return { attempt, isPossible: true, learned, ...(length ? { chain } : {}) };
}

const firstLength = (costOf: (length: TrialLength) => number, allowance: number): TrialLength | undefined =>
  affordableLength(costOf, FIRST_TRIAL, allowance);

function learnedSampler({ exact, ledger, train }: Setting, { name }: NamedSampler, wanted: Spec, budget: number) {
  const trained = train(wanted);
  const run: Ledger['run'] = (task) => ledger.run({ ...task, candidate: { name, ...task.candidate } });
  const learned = withProposals(wanted, trained, { run, budget }, proposerOf(wanted, trained));
  const models = loadModels(exact.parameters, learned);
  const { plan } = trainingOf(learned.effective).proposals;
  const newKernel = () => innerChain(models, exact.parameters.temperature, plan);
  return { learned, stepCost: exact.cost + innerCost(models, plan), newKernel, models };
}

function trialChain(
  { exact, purpose, ledger }: Setting,
  named: NamedSampler,
  wanted: Spec,
  cost: number,
  newKernel: (() => ReversibleKernel) | undefined,
): TrialChain {
  const { sampling } = wanted;
  const costOf = trialCost(wanted, exact, cost);
  let end: Pick<TrialResult, 'spins' | 'settings'> | undefined;
  let shown: Shown | undefined;
  return {
    costOf,
    goOn(length, round) {
      const random = philoxStream(sampling.seed, STREAM + round);
      const spins = end?.spins ?? startingSpins(exact.parameters.lattice, 1, random);
      const spec = { ...wanted, sampling: { ...sampling, warmUp: length.warmUp } };
      const sampler = createSampler(spec, exact, newKernel?.());
      const task = { candidate: { name: named.name }, sampler, settings: end?.settings, spins, random, purpose, cost };
      const extra = costOf(length) - (length.warmUp + length.samples) * cost;
      const result = ledger.run({ ...task, ...length }, extra);
      end = result;
      const stretch = { ...result.performance, steps: length.samples };
      shown = shown ? pooled(shown, stretch) : stretch;
      return { ...named, ...shown };
    },
  };
}

/** Learned models begin with some trajectories of the exact weight. */
function trialCost(spec: Spec, exact: SpinFermionModel, stepCost: number): (length: TrialLength) => number {
  const trajectory = STEPS * FORCE_FACTOR * exact.cost;
  return ({ warmUp, samples }) => {
    const relaxation = needsModel(spec) ? relaxationSteps(warmUp) : 0;
    return relaxation * trajectory + (warmUp - relaxation + samples) * stepCost;
  };
}
