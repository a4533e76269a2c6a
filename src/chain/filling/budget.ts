/** What the search for a chemical potential may cost, counted and not timed, so that it is the same everywhere. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { STEPS } from '../../sampling/samplers/hmc.ts';
import type { Spec } from '../../spec/spec.ts';
import { exactStepCost, FAVOURITE, obstacleTo, specFor, untrained } from '../auto/candidates.ts';
import { measurementCost } from '../learning/measurement-cost.ts';
import { isAuto, needsModel } from '../learning/models.ts';
import { FORCE_FACTOR, plannedCost, SHARE_OF_TRIALS } from '../learning/planned-cost.ts';

/** Nanoseconds of all levels of a configuration, over (2N)³. */
const LEVELS_COST = 0.2;

/** Nanoseconds for all chains of the pilot: the share of the run that trials may take too. */
export const pilotBudget = (spec: Spec, exact: SpinFermionModel): number => SHARE_OF_TRIALS * runCost(spec, exact);

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

/** How the pilot takes its samples. */
export interface PilotCost {
  /** Trajectories from one sample to the next: levels take no more time than they do. */
  readonly every: number;
  /** Nanoseconds of a trajectory, and of a sample with its trajectories. */
  readonly trajectory: number;
  readonly sample: number;
}

export function pilotCost({ cost, parameters }: SpinFermionModel): PilotCost {
  const size = 2 * parameters.lattice.siteCount;
  const levels = LEVELS_COST * size * size * size;
  const trajectory = STEPS * FORCE_FACTOR * cost;
  const every = Math.max(1, Math.round(levels / trajectory));
  return { every, trajectory, sample: every * trajectory + levels };
}
