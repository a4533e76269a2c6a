/** What a run is going to cost, in nanoseconds, counted and not timed; and the share of it that may be spent on choosing how to propose. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { ProposalModels } from '../../sampling/inner/inner-chain.ts';
import { usualCost } from '../../sampling/samplers/learned-sampler.ts';
import { methodNamed } from '../../sampling/samplers/methods.ts';
import type { Spec } from '../../spec/spec.ts';
import type { SelfLearningResult } from '../../training/loop/self-learning.ts';
import { measurementCost } from './measurement-cost.ts';

/** The share of the planned cost of a run that all trials of inner chains, models and samplers may take. */
export const SHARE_OF_TRIALS = 0.1;

/** A log weight with forces, in log weights. */
export const FORCE_FACTOR = 3;

/** A training that has ended. */
interface Learning extends Pick<SelfLearningResult, 'exactEvaluations' | 'effectiveEvaluations'> {
  readonly models: ProposalModels;
}

/** All chains, measurements included, with the inner chain that is usually best; and the training, where there was one. */
export function plannedCost(spec: Spec, exact: SpinFermionModel, learning?: Learning): number {
  const { chains, warmUp, samples } = spec.sampling;
  const inner = learning ? usualCost(methodNamed(spec.sampling.method), learning.models) : 0;
  const step = exact.cost + inner + measurementCost(spec, exact, learning?.models);
  return chains * (warmUp + samples) * step + (learning ? learningCost(exact, learning) : 0);
}

function learningCost(exact: SpinFermionModel, learning: Learning): number {
  const { models, exactEvaluations, effectiveEvaluations } = learning;
  return FORCE_FACTOR * exact.cost * exactEvaluations + models.effective.cost * effectiveEvaluations;
}
