/** Models fitted to so many samples that all of them share, and judged on others that none has seen. */

import { cpuMilliseconds } from '../../../src/chain/cpu-time.ts';
import { createModel } from '../../../src/exact/create.ts';
import type { ModelParameters, SpinFermionModel } from '../../../src/exact/model.ts';
import { modelParameters } from '../../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../../src/spec/spec.ts';
import type { FittedModel } from '../../../src/training/fit/best-of.ts';
import { type DataSet, type Sample, splitSamples } from '../../../src/training/fit/data-set.ts';
import { commonData } from '../../analysis/common-data.ts';
import { type Judgement, judge } from '../../analysis/judge.ts';
import { type FitTask, learning } from '../../analysis/learning.ts';

export interface CommonData {
  /** Lattice and model of the exact side. */
  readonly spec: SpecInput;
  /** Samples to learn from, a fifth of them held out to choose by. */
  readonly samples: number;
  /** Of the data, the same for all models of a comparison. */
  readonly dataSeed: number;
  /** Samples to judge by, and proposals to measure the acceptance with; 0 for none. */
  readonly judges: number;
  readonly proposals: number;
}

export interface CommonFit extends CommonData, FitTask {}

export interface CommonFitResult extends Judgement {
  readonly parameters: number;
  /** Mean square of β(F − E), mean removed, of what was fitted to. */
  readonly trainingError: number;
  /** Of one core, since the first fit. */
  readonly seconds: number;
}

/** Where it has learned all it can. */
export function fitOnCommonData(task: CommonFit): CommonFitResult {
  return fitEachOnCommonData({ ...task, fits: [task] })[0];
}

/** Several models, from the same data. */
export function fitEachOnCommonData(task: CommonData & { readonly fits: readonly FitTask[] }): CommonFitResult[] {
  const setting = openSetting(task);
  return task.fits.map((fit) => stages(setting, fit, task.proposals).at(-1)?.() as CommonFitResult);
}

/** A transformer at every depth on its way: without blocks, with one, … */
export function growOnCommonData(task: CommonFit): CommonFitResult[] {
  return stages(openSetting(task), task, task.proposals).map((stage) => stage());
}

interface FitSetting {
  readonly parameters: ModelParameters;
  readonly exact: SpinFermionModel;
  readonly data: DataSet;
  readonly judges: readonly Sample[];
}

function openSetting({ spec, samples, dataSeed, judges }: CommonData): FitSetting {
  const parameters = modelParameters(resolveSpec(spec));
  const exact = createModel(parameters);
  // Judges come first, so that they are the same however many samples there are.
  const all = commonData(exact, judges + samples, dataSeed);
  return { parameters, exact, data: splitSamples(all.slice(judges)), judges: all.slice(0, judges) };
}

/** Each to be judged when asked for. */
function stages({ parameters, exact, data, judges }: FitSetting, task: FitTask, proposals: number) {
  const began = cpuMilliseconds();
  return Array.from(learning(parameters, data, task), ({ model, result }: FittedModel) => {
    const seconds = (cpuMilliseconds() - began) / 1000;
    return (): CommonFitResult => ({
      parameters: model.parameters.length,
      trainingError: result.training.energy,
      seconds,
      ...judge(exact, model, judges, proposals, task.seed),
    });
  });
}
