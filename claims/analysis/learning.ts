/** The fit of one model of a comparison. */
import { createEffectiveModel } from '../../src/effective/create.ts';
import { growTransformer } from '../../src/effective/grow.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { philoxStream, type RandomStream } from '../../src/numeric/philox.ts';
import type { DataSet } from '../../src/training/fit/data-set.ts';
import { type FitMethod, fitModel } from '../../src/training/fit/fit.ts';
import type { Fit } from '../../src/training/fit/fit-result.ts';
import { type FittedModel, whereBetter } from '../../src/training/loop/growth.ts';
import { bestOf } from './best-of.ts';

export interface FitTask {
  readonly choice: EffectiveChoice | readonly EffectiveChoice[];
  readonly method: FitMethod;
  /** The seed of starting points and of the order of samples. */
  readonly seed: number;
  /** The number of random initialisations, for transformers those of every new block; the best on held-out samples is kept. */
  readonly starts: number;
}

/**
 * The fitted model, and for a transformer every model on the way, from no block on: it is fitted block by block. A model with random initial
 * parameters is fitted from several of them, a linear one at once. A block that gains nothing on held-out samples stays the identity, and the
 * same model is yielded again.
 */
export function* learning(
  parameters: ModelParameters,
  data: DataSet,
  { choice, method, seed, starts }: FitTask,
): Generator<FittedModel> {
  const { temperature } = parameters;
  const random = philoxStream(seed, 2);
  const train: Fit = (model, samples, start) => fitModel(model, samples, { temperature, method, seed, start });
  const choices = [choice].flat() as EffectiveChoice[];
  const transformer = choices.find(({ kind }) => kind === 'transformer');
  const blocks = transformer ? (transformer.blocks ?? 1) : 0;
  const first = choices.map((one) => (one === transformer ? { ...one, blocks: 0 } : one));
  let fitted = bestOf(initialModels(parameters, first, starts, random), data, train);
  yield fitted;
  for (let block = 0; block < blocks; block++) {
    const { model } = fitted;
    const grown = Array.from({ length: starts }, () => growTransformer(parameters, model, random));
    fitted = whereBetter(bestOf(grown, data, train), fitted, temperature, data);
    yield fitted;
  }
}

/** The models that the fit starts from: several where parameters are drawn at random. */
function initialModels(
  parameters: ModelParameters,
  choices: readonly EffectiveChoice[],
  starts: number,
  random: RandomStream,
): EffectiveModel[] {
  const drawn = () => {
    const model = createEffectiveModel(parameters, choices);
    model.draw?.(random);
    return model;
  };
  const first = drawn();
  return [first, ...Array.from({ length: first.draw ? starts - 1 : 0 }, drawn)];
}
