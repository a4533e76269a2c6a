/** AdamW with mini-batches in a reproducible order. */
import type { EffectiveModel } from '../../effective/model.ts';
import { philoxStream, type RandomStream } from '../../numeric/philox.ts';
import { adamStep, halfCosine } from './adam.ts';
import type { DataSet } from './data-set.ts';
import { countEvaluations } from './evaluations.ts';
import { concludeFit, currentDecidingLoss, type FitResult, type FitStart } from './fit-result.ts';
import type { LossOptions } from './loss.ts';
import { lossAndGradient } from './loss-gradient.ts';

interface AdamWOptions extends LossOptions {
  /** Where the parameters come from; "rough" where left out. */
  readonly start?: FitStart;
  /** Passes over the training samples; 200 from a rough start and 30 from near or for a draft where left out. */
  readonly epochs?: number;
  /** Samples per step, at least 2 since the mean of a batch is removed; 32 where left out. */
  readonly batchSize?: number;
  /** Learning rate at the start, which falls to 0 along a half cosine; 0.003 where left out. */
  readonly learningRate?: number;
  /** Weight decay, of which E_0 is spared; 0.0001 where left out. */
  readonly weightDecay?: number;
  /** Seed of the order of samples; 0 where left out. */
  readonly seed?: number;
}

const EPOCHS = { rough: 200, near: 30, draft: 30 };

/**
 * Minimises the loss over the training samples and keeps the parameters with the best held-out loss after an epoch.
 *
 * I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", ICLR 2019; learning rate by their SGDR without restarts.
 */
export function adamW(model: EffectiveModel, data: DataSet, options: AdamWOptions): FitResult {
  const {
    start = 'rough',
    epochs = EPOCHS[start],
    batchSize = 32,
    learningRate = 0.003,
    weightDecay = 1e-4,
    seed = 0,
  } = options;
  const counted = countEvaluations(model);
  const random = philoxStream(seed, 0);
  const gradient = new Float64Array(model.parameters.length);
  const batchCount = Math.max(1, Math.floor(data.training.length / Math.max(2, batchSize)));
  // E_0 is set in the end.
  const step = adamStep(model.parameters, gradient, weightDecay, 1);
  const best = {
    loss: currentDecidingLoss(counted, data, options),
    parameters: model.parameters.slice(),
    iteration: 0,
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(data.training, random);
    for (let batch = 0; batch < batchCount; batch++) {
      const samples = order.filter((_, index) => index % batchCount === batch);
      lossAndGradient(counted, samples, options, gradient);
      step(learningRate * halfCosine((epoch + batch / batchCount) / epochs));
    }
    const loss = currentDecidingLoss(counted, data, options);
    if (loss < best.loss) Object.assign(best, { loss, parameters: model.parameters.slice(), iteration: epoch + 1 });
  }
  model.parameters.set(best.parameters);
  return concludeFit(counted, data, options, { method: 'adamw', iterations: epochs, bestIteration: best.iteration });
}

/** The items in random order, by Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: RandomStream): Item[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor((i + 1) * random.nextUniform());
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
