/** The training that comes before the chains of a run. */
import { createEffectiveModel } from '../../effective/create.ts';
import { growTransformer } from '../../effective/grow.ts';
import type { EffectiveModel } from '../../effective/model.ts';
import { modelCard } from '../../effective/weights/card.ts';
import { modelWeights } from '../../effective/weights/model-files.ts';
import { createModel } from '../../exact/create.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { decorrelatedProposals } from '../../sampling/decorrelated-proposals.ts';
import { asDataSet } from '../../training/experience.ts';
import { fitModel } from '../../training/fit.ts';
import type { Grow } from '../../training/growth.ts';
import { type SelfLearningOptions, type SelfLearningResult, selfLearn } from '../../training/self-learning.ts';
import { trainingReport } from '../../training/training-report.ts';
import { modelParameters } from '../model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import {
  CHEAP,
  choiceOf,
  type LearnedModel,
  type LearnedModels,
  needsCheapModel,
  type RunTraining,
} from './effective.ts';
import { chooseProposals } from './proposals.ts';

/** Generations as they end, and what takes the place of fits. */
export type LearnOptions = Pick<SelfLearningOptions, 'onGeneration' | 'around'>;

/** A model that was trained, before it is known how to propose with it. */
export interface Trained {
  readonly exact: SpinFermionModel;
  readonly result: SelfLearningResult;
  /** Of one core. */
  readonly seconds: number;
}

/** Learns the effective model of a spec from the exact one, and how to propose with it. */
export function learn(spec: Spec, options: LearnOptions = {}): LearnedModels {
  return withProposals(spec, trainModel(spec, options));
}

export function trainModel(spec: Spec, options: LearnOptions = {}): Trained {
  const began = cpuMilliseconds();
  const exact = createModel(modelParameters(spec));
  const result = train(spec, exact, options);
  return { exact, result, seconds: (cpuMilliseconds() - began) / 1000 };
}

/** What the sampler of a spec needs; the training is that of the same effective model, whatever its sampler was. */
export function withProposals(spec: Spec, { exact, result, seconds }: Trained): LearnedModels {
  const began = cpuMilliseconds();
  const cheap = needsCheapModel(spec) ? cheapModel(exact, result) : undefined;
  const { spins } = result.experience.samples[result.experience.samples.length - 1];
  const proposals = chooseProposals(spec, exact, { effective: result.model, cheap }, spins);
  const report = trainingReport(result, exact.parameters, spec.sampling.seed);
  const training: RunTraining = { ...report, proposals, seconds: seconds + (cpuMilliseconds() - began) / 1000 };
  return { effective: learned(result.model, training), ...(cheap ? { cheap: learned(cheap) } : {}) };
}

const learned = (model: EffectiveModel, training: object = {}): LearnedModel => ({
  card: modelCard(model, { ...training }),
  weights: modelWeights(model),
});

function train(spec: Spec, exact: SpinFermionModel, options: LearnOptions): SelfLearningResult {
  const { effective, training, sampling } = spec;
  // A transformer starts as a linear model and grows block by block.
  const grow: Grow = (smaller, random) => growTransformer(exact.parameters, smaller, random);
  const grows = [effective.kind].flat().includes('transformer');
  return selfLearn({
    ...options,
    ...{ exact, model: createEffectiveModel(exact.parameters, choiceOf(spec, 0)) },
    propose: decorrelatedProposals(),
    growth: grows ? Array.from({ length: effective.blocks }, () => grow) : [],
    ...{ method: training.method, budget: training.exactEvaluations, seed: sampling.seed },
  });
}

function cheapModel(exact: SpinFermionModel, { experience }: SelfLearningResult): EffectiveModel {
  const { temperature } = exact.parameters;
  const model = createEffectiveModel(exact.parameters, CHEAP);
  fitModel(model, asDataSet(experience, temperature), { temperature });
  return model;
}
