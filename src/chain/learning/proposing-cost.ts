/** What a proposal costs before trials say how it is made: with the inner chain or the annealing that is usually best. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { ProposalModels } from '../../sampling/inner/inner-chain.ts';
import { usualCost } from '../../sampling/samplers/learned-sampler.ts';
import { methodOf } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { flowCost } from '../flow/flow-cost.ts';

/** Nanoseconds, counted; 0 of methods that follow the exact weight. `models`: the learned ones. */
export function proposingCost(
  spec: Spec,
  { parameters }: Pick<SpinFermionModel, 'parameters'>,
  models: ProposalModels | undefined,
): number {
  const method = methodOf(spec);
  const learned = method.learns && models ? usualCost(method, models) : 0;
  return learned + flowCost(spec, parameters.lattice);
}
