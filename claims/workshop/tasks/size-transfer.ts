/** A model trained on one lattice size, used on others: as it is, with its readout refitted, and beside one that learns afresh. */
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
import { commonData } from '../../analysis/common-data.ts';
import { type Judgement, judge } from '../../analysis/judge.ts';
import { type FitTask, learning } from '../../analysis/learning.ts';

export interface TransferTask extends FitTask {
  /** The first entry is what the model is trained on; the others are where it is used, beside the first. */
  readonly specs: readonly SpecInput[];
  /** Samples to train on. */
  readonly samples: number;
  /** Exact evaluations for every refit, those that make its data included. */
  readonly budget: number;
  readonly judges: number;
  readonly proposals: number;
}

/** On one lattice. */
export interface TransferResult {
  readonly siteCount: number;
  readonly unchanged: Judgement;
  readonly refitted: Judgement & { readonly exactEvaluations: number };
  /** All shells of this lattice, fitted from scratch with the same budget. */
  readonly linear: Judgement & { readonly exactEvaluations: number };
}

export function sizeTransfer(task: TransferTask): TransferResult[] {
  const home = modelParameters(resolveSpec(task.specs[0]));
  const data = splitSamples(commonData(createModel(home), task.samples, task.seed));
  const trained = [...learning(home, data, task)].at(-1)?.model as EffectiveModel;
  return task.specs.map((spec) => usedAt(spec, trained, task));
}

/** Judges come from another seed than what was trained on. */
function usedAt(spec: SpecInput, trained: EffectiveModel, task: TransferTask): TransferResult {
  const parameters = modelParameters(resolveSpec(spec));
  const exact = createModel(parameters);
  const judges = commonData(exact, task.judges, task.seed + JUDGES);
  const judged = (model: EffectiveModel) => judge(exact, model, judges, task.proposals, task.seed);
  const moved = () => loadModel(parameters, modelCard(trained), modelWeights(trained));
  const { temperature } = parameters;
  const readout: Fit = (model, samples, start) => fitReadout(model, samples, { temperature, start });
  const linear = createEffectiveModel(parameters, { kind: 'linear' });
  return {
    siteCount: parameters.lattice.siteCount,
    unchanged: judged(moved()),
    refitted: learned(exact, moved(), task, judged, () => readout),
    linear: learned(exact, linear, task, judged),
  };
}

const JUDGES = 1000;

/** By the self-learning loop: the configurations are proposals of the model itself. */
function learned(
  exact: SpinFermionModel,
  model: EffectiveModel,
  { budget, seed }: TransferTask,
  judged: (model: EffectiveModel) => Judgement,
  around?: (fit: Fit) => Fit,
) {
  const loop = { exact, model, propose: decorrelatedProposals(), budget, seed };
  const result = selfLearn({ ...loop, ...(around ? { around } : {}) });
  return { ...judged(result.model), exactEvaluations: result.exactEvaluations };
}
