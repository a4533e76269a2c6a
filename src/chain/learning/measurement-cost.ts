/** In which samples the averages over the electrons are measured: they cost several times what the decision on a sample does. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { ProposalModels } from '../../sampling/inner/inner-chain.ts';
import type { Spec } from '../../spec/spec.ts';
import { proposingCost } from './proposing-cost.ts';

/** What counting costs takes of an exact model. */
export type CountedModel = Pick<SpinFermionModel, 'cost' | 'route' | 'parameters'>;

/** The cost of all averages over the electrons, in log weights. */
export const MEASUREMENT_FACTOR = 5;

/** Measuring may take this share of what the step before it takes. */
const SHARE = 0.25;

/**
 * The largest spacing. At half filling the log-determinants of every sample tell nearly all that there is to know about the averages; elsewhere
 * they say little about the density, which is odd in E − μ.
 */
const MOST_SELDOM = { quaternion: 12, complex: 3, dense: 1 };

/**
 * The spacing of the samples in which electrons are measured: that of the spec, or for "auto" the smallest that keeps measuring cheap, by counted costs, so that it is the same
 * everywhere. Samplers that propose without a learned model or a flow work much longer for a sample than measuring takes. `models`: those of the inner chain.
 */
export function electronsEvery(spec: Spec, exact: CountedModel, models: ProposalModels | undefined): number {
  const { electronsEvery: wanted } = spec.sampling;
  if (wanted !== 'auto') return wanted;
  const proposing = proposingCost(spec, exact, models);
  if (proposing === 0) return 1;
  const step = exact.cost + proposing;
  const cheap = Math.ceil((MEASUREMENT_FACTOR * exact.cost) / (SHARE * step));
  return Math.min(cheap, MOST_SELDOM[exact.route]);
}

/** Nanoseconds, counted, that measuring electrons takes a sample, in the mean. */
export const measurementCost = (spec: Spec, exact: CountedModel, models?: ProposalModels): number =>
  (MEASUREMENT_FACTOR * exact.cost) / electronsEvery(spec, exact, models);
