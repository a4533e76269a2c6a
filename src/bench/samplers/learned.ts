/** The learned sampler: a linear model of all shells, fitted to at most 200 exact evaluations, then frozen. */
import { cpuMilliseconds } from '../../chain/cpu-time.ts';
import { learn } from '../../chain/learning/learn.ts';
import { innerPlanOf } from '../../chain/learning/models.ts';
import { loadModel } from '../../effective/weights/model-files.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { type InnerPlan, innerChain } from '../../sampling/inner/inner-chain.ts';
import type { Sampler } from '../../sampling/interfaces/sampler.ts';
import { selfLearningSampler } from '../../sampling/samplers/self-learning.ts';
import { resolveSpec } from '../../spec/spec.ts';
import { MODEL } from '../model.ts';

const EXACT_EVALUATIONS = 200;

interface LearnedSampler {
  readonly sampler: Sampler;
  readonly plan: InnerPlan;
  /** Processor time of the training, the choice of the inner chain included. */
  readonly milliseconds: number;
}

/** The sampler as a run learns it. `plan`: the inner chain; the one that training finds best where left out. */
export function learnedSampler(exact: SpinFermionModel, plan?: InnerPlan): LearnedSampler {
  const { size } = exact.parameters.lattice.spec;
  const spec = resolveSpec({
    lattice: { size },
    model: MODEL,
    effective: { kind: 'linear', shells: 'all' },
    training: { exactEvaluations: EXACT_EVALUATIONS },
  });
  const start = cpuMilliseconds();
  const { effective } = learn(spec).models;
  const milliseconds = cpuMilliseconds() - start;
  const chosen = plan ?? innerPlanOf(effective);
  const model = loadModel(exact.parameters, effective.card, effective.weights);
  const kernel = innerChain({ effective: model }, MODEL.temperature, chosen);
  return { sampler: selfLearningSampler(exact, kernel), plan: chosen, milliseconds };
}
