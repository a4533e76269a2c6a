/** The training that comes before the chains of a run. */
import { createEffectiveModel } from '../../effective/create.ts';
import { growTransformer } from '../../effective/grow.ts';
import type { EffectiveModel } from '../../effective/model.ts';
import { modelCard } from '../../effective/weights/card.ts';
import { modelWeights } from '../../effective/weights/model-files.ts';
import { createModel } from '../../exact/create.ts';
import type { ReversibleKernel } from '../../sampling/reversible-kernel.ts';
import type { Propose } from '../../training/generation.ts';
import type { Grow } from '../../training/growth.ts';
import { type GenerationRecord, selfLearn } from '../../training/self-learning.ts';
import { trainingReport } from '../../training/training-report.ts';
import { modelParameters } from '../model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import { choiceOf, type LearnedModel, type RunTraining } from './effective.ts';
import { innerChain } from './inner-chain.ts';

/** Learns the effective model of a spec from the exact one; `tell` hears of every generation. */
export function learn(spec: Spec, tell: (record: GenerationRecord) => void): LearnedModel {
  const began = cpuMilliseconds();
  const exact = createModel(modelParameters(spec));
  // A transformer starts as a linear model and grows block by block.
  const model = createEffectiveModel(exact.parameters, choiceOf(spec, 0));
  const grow: Grow = (smaller, random) => growTransformer(exact.parameters, smaller, random);
  const grows = [spec.effective.kind].flat().includes('transformer');
  const result = selfLearn({
    ...{ exact, model, propose: proposals(), onGeneration: tell },
    growth: grows ? Array.from({ length: spec.effective.blocks }, () => grow) : [],
    budget: spec.training.exactEvaluations,
    seed: spec.sampling.seed,
  });
  const report = trainingReport(result, exact.parameters, spec.sampling.seed);
  const training: RunTraining = { ...report, seconds: (cpuMilliseconds() - began) / 1000 };
  return { card: modelCard(result.model, { ...training }), weights: modelWeights(result.model) };
}

/** One inner chain per model and temperature, which goes on tuning its steps: the model is not frozen yet either. */
function proposals(): Propose {
  let known: { model: EffectiveModel; temperature: number; kernel: ReversibleKernel } | undefined;
  return (model, temperature, spins, random) => {
    if (known?.model !== model || known.temperature !== temperature) {
      const kernel = innerChain(model, temperature, 'decorrelated');
      if (known?.model === model) kernel.restore(known.kernel.settings());
      known = { model, temperature, kernel };
    }
    const proposal = spins.slice();
    known.kernel.advance(proposal, random);
    known.kernel.adapt?.();
    return proposal;
  };
}
