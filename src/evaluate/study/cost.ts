/** What sampling a point is going to cost, in nanoseconds, counted and not timed. */
import { expectedCost, FAVOURITE, untrained } from '../../chain/auto/candidates.ts';
import { SHARE_OF_SEARCH } from '../../chain/filling/budget.ts';
import { isSymmetric } from '../../chain/filling/find-filling.ts';
import { flowTrainingCost } from '../../chain/flow/flow-cost.ts';
import { FORCE_FACTOR } from '../../chain/force-factor.ts';
import { CARRIED_SHARE } from '../../chain/learning/learn.ts';
import { levelsEvery } from '../../chain/learning/levels-every.ts';
import type { CountedModel } from '../../chain/learning/measurement-cost.ts';
import { SHARE_OF_TRIALS } from '../../chain/learning/planned-cost.ts';
import { spectrumCost } from '../../exact/spectrum/cost.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import { isAuto, needsModel } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';

/** What a sample costs, and what is learned from an exact evaluation. */
export interface StepCost {
  readonly step: number;
  /** Averages over the electrons, and the levels that are kept, in the mean over the samples. */
  readonly measurement: number;
  readonly levels: number;
  /** Fits and chains of the learned model, by exact evaluation; 0 where nothing is learned. */
  readonly fit: number;
}

/** Where the time of a point goes; every part in the same unit. */
export interface CostParts {
  readonly filling: number;
  readonly training: number;
  readonly trials: number;
  readonly steps: number;
  readonly measurement: number;
  readonly levels: number;
}

/**
 * Evaluations of the learned model that fits and chains of a training take for each exact one: 110 to 450, by their processor time, of linear models on 4 × 4 and 8 × 8 sites,
 * transformers on 4 × 4 and 6 × 6, a nodal model and a convolution on 4 × 4. Right to a factor of two or so.
 */
const FIT_FACTOR = 200;

/** The costs of a sample. What "auto" leaves open is counted as its favourite. */
export function stepCost(spec: Spec, exact: CountedModel): StepCost {
  const { effective, sampling } = spec;
  const decided = isAuto(spec) ? { ...spec, effective: { ...effective, ...FAVOURITE.effective } } : spec;
  const { usual, measurement } = expectedCost(decided, exact);
  const models = needsModel(decided) ? untrained(decided, exact) : undefined;
  const spectrum = sampling.levels ? spectrumCost(spinFermionSystem(exact.parameters)) : 0;
  return {
    step: usual,
    measurement,
    levels: spectrum / levelsEvery(decided, exact, models),
    fit: models ? FIT_FACTOR * models.effective.cost : 0,
  };
}

/** All chains, warm-up and exchanges included, and what comes before them; of a ladder as if no temperature began with the model of another. `isCarried`: the training goes on from the model of a neighbour. */
export function pointCost(spec: Spec, exact: CountedModel, cost: StepCost, isCarried = false): CostParts {
  const { chains, warmUp, samples } = spec.sampling;
  const replicas = spec.tempering?.temperatures.length ?? 1;
  const kept = replicas * chains * samples;
  const all = replicas * chains * (warmUp + samples);
  const learns = needsModel(spec);
  const evaluations = learns ? replicas * spec.training.exactEvaluations * (isCarried ? CARRIED_SHARE : 1) : 0;
  const steps = all * cost.step + chains * (warmUp + samples) * exchangeCost(spec, exact);
  const sampling = steps + kept * cost.measurement;
  const isSearched = spec.model.filling !== undefined && !isSymmetric(spec);
  return {
    filling: isSearched ? SHARE_OF_SEARCH * sampling : 0,
    training: evaluations * (FORCE_FACTOR * exact.cost + cost.fit) + flowTrainingCost(spec, exact),
    trials: learns ? SHARE_OF_TRIALS * sampling : 0,
    steps,
    measurement: kept * cost.measurement,
    levels: kept * cost.levels,
  };
}

/** A round tries every other pair of neighbours, and each configuration of a pair is evaluated at the temperature of the other. */
const exchangeCost = ({ tempering }: Spec, exact: CountedModel): number =>
  tempering ? ((tempering.temperatures.length - 1) * exact.cost) / tempering.exchangeEvery : 0;
