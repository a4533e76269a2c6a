/** Block-by-block growth: a deeper transformer with the same energy. */
import { InputError } from '../errors.ts';
import type { ModelParameters } from '../exact/model.ts';
import { fillNormal } from '../numeric/normal.ts';
import { philoxStream, type RandomStream } from '../numeric/philox.ts';
import { defaultEngine, type Engine } from '../wasm/engine.ts';
import { createEffectiveModel } from './create.ts';
import type { EffectiveChoice, EffectiveModel } from './model.ts';

/** Standard deviation of new W_Q and W_K. */
const SCALE = 0.1;

/**
 * The model with one block more at the end of its transformer, alone or in a sum; a linear model alone becomes a transformer. The new
 * block has W_V = 0 and is the identity, so the energy stays; its W_Q and W_K are small and random, for at zero W_V would have no
 * gradient. With cross readout the output that was the last is read out with J = 0. The argument stays as it is.
 *
 * Throws InputError where there is not one transformer to grow.
 */
export function growTransformer(
  parameters: ModelParameters,
  model: EffectiveModel,
  random: RandomStream = philoxStream(0, 0),
  engine: Engine = defaultEngine(),
): EffectiveModel {
  const grown = createEffectiveModel(parameters, grownChoices([model.describe()].flat()), engine);
  const known = new Map(model.parameterNames.map((name, k) => [name, model.parameters[k]]));
  const weights = new Float64Array(grown.parameters.length);
  fillNormal(random, weights);
  grown.parameterNames.forEach((name, k) => {
    const start = / W_[QK] /.test(name) ? SCALE * weights[k] : 0;
    grown.parameters[k] = known.get(name) ?? start;
  });
  return grown;
}

function grownChoices(choices: readonly EffectiveChoice[]): EffectiveChoice[] {
  const grows = (kind: string) => kind === 'transformer' || (kind === 'linear' && choices.length === 1);
  if (choices.filter(({ kind }) => grows(kind)).length === 1) {
    return choices.map((choice) =>
      grows(choice.kind) ? { ...choice, kind: 'transformer', blocks: (choice.blocks ?? 0) + 1 } : choice,
    );
  }
  const found = choices.map(({ kind }) => kind).join(' + ');
  throw new InputError(`kind: expected one transformer to grow, found ${found}\n  did you mean "transformer"?`);
}
