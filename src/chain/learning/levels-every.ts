/** In which samples a chain keeps the levels. */
import { spectrumCost } from '../../exact/spectrum/cost.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import type { ProposalModels } from '../../sampling/inner/inner-chain.ts';
import { methodOf } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import type { CountedModel } from './measurement-cost.ts';
import { proposingCost } from './proposing-cost.ts';

/** All levels may take this share of what the steps between them take. */
const SHARE = 0.25;

/** The smallest spacing, about 2τ of a good sampler: levels of samples closer to each other say nearly the same. */
const MOST_OFTEN = 5;

/**
 * The spacing of the samples whose levels a chain keeps, by counted costs, so that it is the same everywhere. `models`: those of the inner chain; samplers that propose without one
 * work longer for a sample than the levels take; of independent samples none is too close to another.
 */
export function levelsEvery(spec: Spec, exact: CountedModel, models: ProposalModels | undefined): number {
  const proposing = proposingCost(spec, exact, models);
  if (proposing === 0) return MOST_OFTEN;
  const step = exact.cost + proposing;
  const cheap = Math.ceil(spectrumCost(spinFermionSystem(exact.parameters)) / (SHARE * step));
  return methodOf(spec).independent ? cheap : Math.max(MOST_OFTEN, cheap);
}
