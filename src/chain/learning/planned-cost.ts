/** What a run is going to cost, in nanoseconds, counted and not timed; and the share of it that may be spent on choosing how to propose. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { ProposalModels } from '../../sampling/inner/inner-chain.ts';
import type { Spec } from '../../spec/spec.ts';
import type { SelfLearningResult } from '../../training/loop/self-learning.ts';
import { flowTrainingCost } from '../flow/flow-cost.ts';
import { FORCE_FACTOR } from '../force-factor.ts';
import { measurementCost } from './measurement-cost.ts';
import { proposingCost } from './proposing-cost.ts';

/** The share of the planned cost of a run that all trials of inner chains, models and samplers may take. */
export const SHARE_OF_TRIALS = 0.1;

/** A training that has ended. */
interface Learning extends Pick<SelfLearningResult, 'exactEvaluations' | 'effectiveEvaluations'> {
  readonly models: ProposalModels;
}

/** All chains, measurements included, with the inner chain that is usually best; and the trainings, where there are any. */
export function plannedCost(spec: Spec, exact: SpinFermionModel, learning?: Learning): number {
  const { chains, warmUp, samples } = spec.sampling;
  const inner = proposingCost(spec, exact, learning?.models);
  const step = exact.cost + inner + measurementCost(spec, exact, learning?.models);
  const training = (learning ? learningCost(exact, learning) : 0) + flowTrainingCost(spec, exact);
  return chains * (warmUp + samples) * step + training;
}

function learningCost(exact: SpinFermionModel, learning: Learning): number {
  const { models, exactEvaluations, effectiveEvaluations } = learning;
  return FORCE_FACTOR * exact.cost * exactEvaluations + models.effective.cost * effectiveEvaluations;
}
