/** The training that comes before the chains of a run. */
import { createEffectiveModel } from '../../effective/create.ts';
import { growTransformer } from '../../effective/grow.ts';
import type { EffectiveModel } from '../../effective/model.ts';
import { modelCard } from '../../effective/weights/card.ts';
import { loadModel, modelWeights } from '../../effective/weights/model-files.ts';
import { createModel } from '../../exact/create.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import type { LearnedFlow } from '../../flow/flow-files.ts';
import type { Reached } from '../../sampling/choosing/choose-plan.ts';
import { decorrelatedProposals } from '../../sampling/inner/decorrelated-proposals.ts';
import type { ProposalModels } from '../../sampling/inner/inner-chain.ts';
import { needsFlow } from '../../spec/learns.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { fitModel } from '../../training/fit/fit.ts';
import { asDataSet } from '../../training/loop/experience.ts';
import type { Grow } from '../../training/loop/growth.ts';
import {
  LEAST_OF_TRAINED,
  type SelfLearningOptions,
  type SelfLearningResult,
  selfLearn,
} from '../../training/loop/self-learning.ts';
import { trainingReport } from '../../training/loop/training-report.ts';
import { cpuMilliseconds } from '../cpu-time.ts';
import { type LearnFlowOptions, learnFlow } from '../flow/learn-flow.ts';
import { flowOn } from '../flow/load-flow.ts';
import {
  type CarriedModel,
  CHEAP,
  choiceOf,
  type LearnedModel,
  type LearnedModels,
  needsCheapModel,
  type RunTraining,
} from './models.ts';
import { plannedCost, SHARE_OF_TRIALS } from './planned-cost.ts';
import { chooseProposals, type Trials } from './proposals.ts';
import { type RunTimedTrial, runTimedTrial } from './timed-trial.ts';

/** Generations as they end, and what takes the place of fits and trials. */
export interface LearnOptions extends Pick<SelfLearningOptions, 'onGeneration' | 'around'>, LearnFlowOptions {
  readonly runTrial?: RunTimedTrial;
  /** The model to begin with, of the same kind and on the same lattice; the training begins from nothing where left out. */
  readonly start?: CarriedModel | undefined;
}

/** A model that was trained, before it is known how to propose with it. */
export interface Trained {
  readonly exact: SpinFermionModel;
  readonly result: SelfLearningResult;
  /** Seconds of one core. */
  readonly seconds: number;
  /** Where the model comes from that it began with. */
  readonly beganWith?: string | undefined;
}

/** What a spec samples with, frozen. */
export interface Learned {
  readonly models: LearnedModels;
  /** The flow that what they propose goes through. */
  readonly flow?: LearnedFlow | undefined;
}

/** Learns the effective model of a spec from the exact one, the flow on it where there is one, and how to propose with them; its trials take 10 % of what the run is going to cost. */
export function learn(spec: Spec, options: LearnOptions = {}): Learned {
  const trained = trainModel(spec, options);
  const proposer = proposerOf(spec, trained);
  const { exact, result } = trained;
  const below = { models: proposer, visited: visitedBy(result) };
  const flow = needsFlow(spec) ? learnFlow(spec, exact, options, below) : undefined;
  const budget = SHARE_OF_TRIALS * plannedCost(spec, exact, { models: proposer, ...result });
  const trials = {
    run: options.runTrial ?? runTimedTrial,
    budget,
    flow: flow && flowOn(exact.parameters, flow, proposer),
  };
  return { models: withProposals(spec, trained, trials, proposer).learned, flow };
}

export function trainModel(spec: Spec, options: LearnOptions = {}): Trained {
  const began = cpuMilliseconds();
  const exact = createModel(sampledParameters(spec));
  const result = train(spec, exact, options);
  return { exact, result, seconds: (cpuMilliseconds() - began) / 1000, beganWith: options.start?.point };
}

/** The models that the sampler of a spec proposes with, before they are frozen in a card. */
export function proposerOf(spec: Spec, { exact, result }: Trained): ProposalModels {
  return { effective: result.model, cheap: needsCheapModel(spec) ? cheapModel(exact, result) : undefined };
}

/** What the sampler of a spec needs, and where the trials of its chain have led to. */
interface Equipped {
  readonly learned: LearnedModels;
  readonly reached?: Reached | undefined;
}

/** The training is that of the same effective model, whatever its sampler was. */
export function withProposals(
  spec: Spec,
  { exact, result, seconds, beganWith }: Trained,
  trials: Trials,
  proposer: ProposalModels,
): Equipped {
  const { proposals, reached } = chooseProposals(spec, exact, proposer, visitedBy(result), trials);
  const report = trainingReport(result, exact.parameters, spec.sampling.seed);
  const began = beganWith === undefined ? {} : { beganWith };
  const training: RunTraining = { ...report, proposals, seconds, ...began };
  const cheap = proposer.cheap ? { cheap: learned(proposer.cheap) } : {};
  return { learned: { effective: learned(result.model, training), ...cheap }, reached };
}

/** The configurations of a training, the latest ones last. */
export const visitedBy = ({ experience }: SelfLearningResult): Float64Array[] =>
  experience.samples.map(({ spins }) => spins);

const learned = (model: EffectiveModel, training: object = {}): LearnedModel => ({
  card: modelCard(model, { ...training }),
  weights: modelWeights(model),
});

function train(
  spec: Spec,
  exact: SpinFermionModel,
  { onEvaluation, start, onGeneration, around }: LearnOptions,
): SelfLearningResult {
  const { effective, training, sampling } = spec;
  // A transformer starts as a linear model and grows block by block.
  const grow: Grow = (smaller, random) => growTransformer(exact.parameters, smaller, random);
  const grows = [effective.kind].flat().includes('transformer');
  const propose = decorrelatedProposals();
  return selfLearn({
    ...(onGeneration && { onGeneration }),
    ...(around && { around }),
    exact,
    model: start
      ? loadModel(exact.parameters, start.model.card, start.model.weights)
      : createEffectiveModel(exact.parameters, choiceOf(spec, 0)),
    isTrained: start !== undefined,
    propose(...proposal) {
      onEvaluation?.();
      return propose(...proposal);
    },
    growth: grows && !start ? Array.from({ length: effective.blocks }, () => grow) : [],
    method: training.method,
    budget: start ? carriedBudget(spec) : training.exactEvaluations,
    seed: sampling.seed,
  });
}

/** Share of the exact evaluations for a training that begins with the model of a neighbour; more of them gain nothing that the acceptance shows (transformer of 100 parameters, 6 × 6, T = 0.1 to 0.04). */
export const CARRIED_SHARE = 1 / 3;

const carriedBudget = ({ training: { exactEvaluations } }: Spec): number =>
  Math.min(exactEvaluations, Math.max(LEAST_OF_TRAINED, Math.ceil(CARRIED_SHARE * exactEvaluations)));

function cheapModel(exact: SpinFermionModel, { experience }: SelfLearningResult): EffectiveModel {
  const { temperature } = exact.parameters;
  const model = createEffectiveModel(exact.parameters, CHEAP);
  fitModel(model, asDataSet(experience, temperature), { temperature });
  return model;
}
