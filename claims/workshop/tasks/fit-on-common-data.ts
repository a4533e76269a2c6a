/** Models fitted to common samples and assessed on samples that none of them has seen. */
import { cpuMilliseconds } from '../../../src/chain/cpu-time.ts';
import { createModel } from '../../../src/exact/create.ts';
import type { ModelParameters, SpinFermionModel } from '../../../src/exact/model.ts';
import { modelParameters } from '../../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../../src/spec/spec.ts';
import { type DataSet, splitSamples, type TrainingSample } from '../../../src/training/fit/data-set.ts';
import type { FittedModel } from '../../../src/training/loop/growth.ts';
import { type Assessment, assess } from '../../analysis/assessment.ts';
import { commonData } from '../../analysis/common-data.ts';
import { type FitTask, learning } from '../../analysis/learning.ts';

export interface CommonData {
  /** The lattice and the exact model. */
  readonly spec: SpecInput;
  /** The number of samples to learn from; a fifth of them is held out to choose by. */
  readonly samples: number;
  /** The seed of the data, the same for all models of a comparison. */
  readonly dataSeed: number;
  /** The number of samples for the error that no fit has seen, and of proposals for the acceptance; 0 for none. */
  readonly testSamples: number;
  readonly proposals: number;
}

export interface CommonFit extends CommonData, FitTask {}

export interface CommonFitResult extends Assessment {
  readonly parameters: number;
  /** The mean square of β(F − E), mean removed, of the samples that were fitted to. */
  readonly trainingError: number;
  /** Processor seconds since the first fit began. */
  readonly seconds: number;
}

/** The model at the end of its fit. */
export function fitOnCommonData(task: CommonFit): CommonFitResult {
  return fitEachOnCommonData({ ...task, fits: [task] })[0];
}

/** Several models fitted to the same data. */
export function fitEachOnCommonData(task: CommonData & { readonly fits: readonly FitTask[] }): CommonFitResult[] {
  const setting = openSetting(task);
  return task.fits.map((fit) => stages(setting, fit, task.proposals).at(-1)?.() as CommonFitResult);
}

/** The transformer at every depth: without blocks, with one, … */
export function growOnCommonData(task: CommonFit): CommonFitResult[] {
  return stages(openSetting(task), task, task.proposals).map((stage) => stage());
}

interface FitSetting {
  readonly parameters: ModelParameters;
  readonly exact: SpinFermionModel;
  readonly data: DataSet;
  readonly testSamples: readonly TrainingSample[];
}

function openSetting({ spec, samples, dataSeed, testSamples }: CommonData): FitSetting {
  const parameters = modelParameters(resolveSpec(spec));
  const exact = createModel(parameters);
  // Test samples come first, so that they are the same however many samples there are to learn from.
  const all = commonData(exact, testSamples + samples, dataSeed);
  return { parameters, exact, data: splitSamples(all.slice(testSamples)), testSamples: all.slice(0, testSamples) };
}

/** The stages of a fit as functions that assess the model when they are called. */
function stages({ parameters, exact, data, testSamples }: FitSetting, task: FitTask, proposals: number) {
  const began = cpuMilliseconds();
  return Array.from(learning(parameters, data, task), ({ model, result }: FittedModel) => {
    const seconds = (cpuMilliseconds() - began) / 1000;
    return (): CommonFitResult => ({
      parameters: model.parameters.length,
      trainingError: result.training.energy,
      seconds,
      ...assess(exact, model, testSamples, proposals, task.seed),
    });
  });
}
