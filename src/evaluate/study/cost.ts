/** What sampling a point is going to cost, in nanoseconds, counted and not timed. */
import { expectedCost, FAVOURITE } from '../../chain/auto/candidates.ts';
import type { CountedModel } from '../../chain/learning/measurement-cost.ts';
import { isAuto, needsModel } from '../../chain/learning/models.ts';
import { FORCE_FACTOR, SHARE_OF_TRIALS } from '../../chain/learning/planned-cost.ts';
import type { Spec } from '../../spec/spec.ts';

/** A step of a chain with what is measured after it. What "auto" leaves open is counted as its favourite. */
export function stepCost(spec: Spec, exact: CountedModel): number {
  const { effective } = spec;
  const decided = isAuto(spec) ? { ...spec, effective: { ...effective, ...FAVOURITE.effective } } : spec;
  const { usual, measurement } = expectedCost(decided, exact);
  return usual + measurement;
}

/** All chains, warm-up and exchanges included, and where a model is learned its trials and its exact evaluations, as if no temperature began with the model of another. */
export function pointCost(spec: Spec, exact: CountedModel, step: number): number {
  const { chains, warmUp, samples } = spec.sampling;
  const replicas = spec.tempering?.temperatures.length ?? 1;
  const sampling = chains * (warmUp + samples) * (replicas * step + exchangeCost(spec, exact));
  if (!needsModel(spec)) return sampling;
  return (1 + SHARE_OF_TRIALS) * sampling + replicas * FORCE_FACTOR * exact.cost * spec.training.exactEvaluations;
}

/** A round tries every other pair of neighbours, and each configuration of a pair is evaluated at the temperature of the other. */
const exchangeCost = ({ tempering }: Spec, exact: CountedModel): number =>
  tempering ? ((tempering.temperatures.length - 1) * exact.cost) / tempering.exchangeEvery : 0;
