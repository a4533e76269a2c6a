/** A model trained on one lattice and used on others: unchanged, with a new readout, and beside one fitted there from scratch. */
import { createEffectiveModel } from '../../../src/effective/create.ts';
import type { EffectiveModel } from '../../../src/effective/model.ts';
import { modelCard } from '../../../src/effective/weights/card.ts';
import { loadModel, modelWeights } from '../../../src/effective/weights/model-files.ts';
import { createModel } from '../../../src/exact/create.ts';
import type { SpinFermionModel } from '../../../src/exact/model.ts';
import { decorrelatedProposals } from '../../../src/sampling/inner/decorrelated-proposals.ts';
import { modelParameters } from '../../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../../src/spec/spec.ts';
import { splitSamples } from '../../../src/training/fit/data-set.ts';
import type { Fit } from '../../../src/training/fit/fit-result.ts';
import { fitReadout } from '../../../src/training/fit/readout-fit.ts';
import { selfLearn } from '../../../src/training/loop/self-learning.ts';
import { type Assessment, assess } from '../../analysis/assessment.ts';
import { commonData } from '../../analysis/common-data.ts';
import { type FitTask, learning } from '../../analysis/learning.ts';

export interface TransferTask extends FitTask {
  /** The systems; the model is trained on the first and used on all of them. */
  readonly specs: readonly SpecInput[];
  /** The number of samples to train on. */
  readonly samples: number;
  /** The number of exact evaluations of every refit, those for its data included. */
  readonly budget: number;
  /** The number of samples for the error that no fit has seen. */
  readonly testSamples: number;
  readonly proposals: number;
}

/** The outcome on one lattice. */
export interface TransferResult {
  readonly siteCount: number;
  readonly unchanged: Assessment;
  readonly refitted: Assessment & { readonly exactEvaluations: number };
  /** The linear model with all shells of this lattice, fitted from scratch with the same budget. */
  readonly linear: Assessment & { readonly exactEvaluations: number };
}

export function sizeTransfer(task: TransferTask): TransferResult[] {
  const home = modelParameters(resolveSpec(task.specs[0]));
  const data = splitSamples(commonData(createModel(home), task.samples, task.seed));
  const trained = [...learning(home, data, task)].at(-1)?.model as EffectiveModel;
  return task.specs.map((spec) => usedAt(spec, trained, task));
}

/** The model in the three ways on one lattice. Test samples have another seed than the samples of the training. */
function usedAt(spec: SpecInput, trained: EffectiveModel, task: TransferTask): TransferResult {
  const parameters = modelParameters(resolveSpec(spec));
  const exact = createModel(parameters);
  const testSamples = commonData(exact, task.testSamples, task.seed + TEST_SEEDS);
  const assessed = (model: EffectiveModel) => assess(exact, model, testSamples, task.proposals, task.seed);
  const moved = () => loadModel(parameters, modelCard(trained), modelWeights(trained));
  const { temperature } = parameters;
  const readout: Fit = (model, samples, start) => fitReadout(model, samples, { temperature, start });
  const linear = createEffectiveModel(parameters, { kind: 'linear' });
  return {
    siteCount: parameters.lattice.siteCount,
    unchanged: assessed(moved()),
    refitted: learned(exact, moved(), task, assessed, () => readout),
    linear: learned(exact, linear, task, assessed),
  };
}

/** What is added to a seed for its test samples. */
const TEST_SEEDS = 1000;

/** The model fitted by the self-learning loop, whose configurations are proposals of the model itself. */
function learned(
  exact: SpinFermionModel,
  model: EffectiveModel,
  { budget, seed }: TransferTask,
  assessed: (model: EffectiveModel) => Assessment,
  around?: (fit: Fit) => Fit,
) {
  const loop = { exact, model, propose: decorrelatedProposals(), budget, seed };
  const result = selfLearn({ ...loop, ...(around ? { around } : {}) });
  return { ...assessed(result.model), exactEvaluations: result.exactEvaluations };
}
