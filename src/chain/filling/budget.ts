/** What the search for a chemical potential may cost, counted and not timed, so that it is the same everywhere. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { spectrumCost } from '../../exact/spectrum/cost.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import { innerCost } from '../../sampling/inner/inner-chain.ts';
import { STEPS } from '../../sampling/samplers/hmc.ts';
import { isAuto, needsModel } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { exactStepCost, FAVOURITE, obstacleTo, specFor, untrained } from '../auto/candidates.ts';
import { FORCE_FACTOR } from '../force-factor.ts';
import { measurementCost } from '../learning/measurement-cost.ts';
import { plannedCost } from '../learning/planned-cost.ts';
import { ADVANCE, pilotLinear } from './linear-samples.ts';

/** The share of the planned cost of a run that the search may take. */
export const SHARE_OF_SEARCH = 0.5;

/** Nanoseconds for all chains of the pilot. */
export const pilotBudget = (spec: Spec, exact: SpinFermionModel): number => SHARE_OF_SEARCH * runCost(spec, exact);

/** The cost of a run before anything is learned: that of its models does not depend on what they learn. */
function runCost(spec: Spec, exact: SpinFermionModel): number {
  const { chains, warmUp, samples } = spec.sampling;
  if (!needsModel(spec))
    return chains * (warmUp + samples) * (exactStepCost(spec, exact) + measurementCost(spec, exact));
  const learner = isAuto(spec) ? specFor(spec, FAVOURITE) : spec;
  if (obstacleTo(learner, exact, 0, () => true)) return plannedCost(spec, exact);
  const models = untrained(learner, exact);
  const { exactEvaluations } = learner.training;
  return plannedCost(learner, exact, { models, exactEvaluations, effectiveEvaluations: 0 });
}

/** What a chain of the pilot samples: the weight of the model, or that of a linear model which is learned from such samples. */
export type SampledWeight = 'exact' | 'linear';

/** How the pilot takes its samples. */
export interface PilotCost {
  /** Steps from one sample to the next: trajectories of the exact weight, advances of a linear model. */
  readonly every: number;
  /** Nanoseconds of a step, and of a sample with its steps. */
  readonly step: number;
  readonly sample: number;
}

export type PilotCosts = Readonly<Record<SampledWeight, PilotCost>>;

/** Time for trajectories over time for levels, and that for advances, about. */
const STEPS_PER_LEVELS = { exact: 1, linear: 0.5 };
/** Two advances at least, or the terms of a linear model would have no means to compare with; and no more than all that is decorrelated needs. */
const ADVANCES = { least: 2, most: 20 };

export function pilotCosts({ cost, parameters }: SpinFermionModel): PilotCosts {
  const levels = spectrumCost(spinFermionSystem(parameters));
  const per = (step: number, every: number): PilotCost => ({ every, step, sample: every * step + levels });
  const trajectory = STEPS * FORCE_FACTOR * cost;
  const advance = innerCost({ effective: pilotLinear(parameters) }, ADVANCE);
  const trajectories = Math.round((STEPS_PER_LEVELS.exact * levels) / trajectory);
  const advances = Math.round((STEPS_PER_LEVELS.linear * levels) / advance);
  return {
    exact: per(trajectory, Math.max(1, trajectories)),
    linear: per(advance, Math.min(ADVANCES.most, Math.max(ADVANCES.least, advances))),
  };
}
