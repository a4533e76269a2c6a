/** One model, fitted to so many samples that all models share, and judged on others that none has seen. */
import { createEffectiveModel } from '../../effective/create.ts';
import { growTransformer } from '../../effective/grow.ts';
import type { EffectiveChoice, EffectiveModel } from '../../effective/model.ts';
import { initialise } from '../../effective/start.ts';
import { createModel } from '../../exact/create.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { philoxStream, type RandomStream } from '../../numeric/philox.ts';
import { cpuMilliseconds } from '../../run/job/cpu-time.ts';
import { modelParameters } from '../../run/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../run/spec/spec.ts';
import { bestOf, type FittedModel } from '../../training/best-of.ts';
import { type DataSet, splitSamples } from '../../training/data-set.ts';
import { type FitMethod, fitModel } from '../../training/fit.ts';
import type { Fit } from '../../training/fit-result.ts';
import { growAndFit } from '../../training/growth.ts';
import { evaluateLoss } from '../../training/loss.ts';
import { type MeasuredAcceptance, measuredAcceptance } from '../acceptance.ts';
import { commonData } from '../common-data.ts';

export interface CommonFit {
  /** Lattice and model of the exact side. */
  readonly spec: SpecInput;
  readonly choice: EffectiveChoice | readonly EffectiveChoice[];
  readonly method: FitMethod;
  /** Samples to learn from, a fifth of them held out to choose by. */
  readonly samples: number;
  /** Of the data, the same for all models of a comparison. */
  readonly dataSeed: number;
  /** Of starting points and orders. */
  readonly seed: number;
  /** Random starts, of each growth for transformers; the best is kept. */
  readonly starts: number;
  /** Samples to judge by, and proposals to measure the acceptance with; 0 for none. */
  readonly judges: number;
  readonly proposals: number;
}

export interface CommonFitResult {
  readonly parameters: number;
  /** Mean square of β(F − E), mean removed: of what was fitted to, and of what no fit has seen, with its error. */
  readonly trainingError: number;
  readonly error: number;
  readonly errorOfError: number;
  readonly acceptance: MeasuredAcceptance | null;
  /** Of one core. */
  readonly seconds: number;
  readonly effectiveEvaluations: number;
}

export function fitOnCommonData(task: CommonFit): CommonFitResult {
  const parameters = modelParameters(resolveSpec(task.spec));
  const exact = createModel(parameters);
  const { temperature } = parameters;
  // Judges come first, so that they are the same however many samples there are.
  const all = commonData(exact, task.judges + task.samples, task.dataSeed);
  const judges = all.slice(0, task.judges);
  const began = cpuMilliseconds();
  const { model, result } = learnFrom(parameters, splitSamples(all.slice(task.judges)), task);
  const seconds = (cpuMilliseconds() - began) / 1000;
  const residuals = judges.map(({ spins, freeEnergy }) => (freeEnergy - model.energy(spins)) / temperature);
  return {
    parameters: model.parameters.length,
    trainingError: result.training.energy,
    error: evaluateLoss(model, judges, { temperature, forceWeight: 0 }).energy,
    errorOfError: errorOfVariance(residuals),
    acceptance: task.proposals > 0 ? measuredAcceptance(exact, model, task.proposals, task.seed) : null,
    ...{ seconds, effectiveEvaluations: result.effectiveEvaluations },
  };
}

/** Block by block where there is a transformer, from random starts where there are other networks, at once where it is linear. */
export function learnFrom(
  parameters: ModelParameters,
  data: DataSet,
  { choice, method, seed, starts }: Pick<CommonFit, 'choice' | 'method' | 'seed' | 'starts'>,
): FittedModel {
  const { temperature } = parameters;
  const random = philoxStream(seed, 2);
  const train: Fit = (model, samples) => fitModel(model, samples, { temperature, method, seed });
  const choices = [choice].flat() as EffectiveChoice[];
  const blocks = choices.find(({ kind }) => kind === 'transformer')?.blocks ?? 0;
  const first = choices.map((one) => (one.kind === 'transformer' ? { ...one, blocks: 0 } : one));
  let fitted = bestOf(candidates(parameters, first, starts, random), data, train);
  for (let block = 0; block < blocks; block++) {
    const grow = (model: EffectiveModel) => growTransformer(parameters, model, random);
    fitted = growAndFit(fitted, grow, { starts, temperature }, data, train, random);
  }
  return fitted;
}

const START_SCALE = 0.02;
const RANDOM_STARTS = ['convolution', 'plain-cnn', 'standard-attention'];

/** Models whose parameters start at random come several times. */
function candidates(
  parameters: ModelParameters,
  choices: readonly EffectiveChoice[],
  starts: number,
  random: RandomStream,
): EffectiveModel[] {
  const isRandom = choices.some(({ kind }) => RANDOM_STARTS.includes(kind));
  return Array.from({ length: isRandom ? starts : 1 }, () => {
    const model = createEffectiveModel(parameters, choices);
    if (isRandom) initialise(model, random, START_SCALE);
    return model;
  });
}

/** Of the variance of independent values: √((m₄ − m₂²)/n). */
function errorOfVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.map((value) => (value - mean) * (value - mean));
  const variance = squares.reduce((sum, square) => sum + square, 0) / values.length;
  const fourth = squares.reduce((sum, square) => sum + square * square, 0) / values.length;
  return Math.sqrt(Math.max(0, fourth - variance * variance) / values.length);
}
