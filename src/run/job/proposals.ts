/** How a frozen model proposes: chosen once for a run, after its training and before its chains. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { squaredOrders } from '../../observables/magnetization.ts';
import { chooseInnerChain, type InnerChoice } from '../../sampling/choose-inner-chain.ts';
import { decorrelatedPlan, type ProposalModels } from '../../sampling/inner-chain.ts';
import { reweightingSampler } from '../../sampling/reweighting.ts';
import { selfLearningSampler } from '../../sampling/self-learning.ts';
import type { Purpose } from '../../sampling/trial.ts';
import type { Spec } from '../spec/spec.ts';

/** Far from the streams of chains, which are numbered from 1, and from that of the training, 0. */
const STREAM = 4294967296;

/** By trials from `spins` on, or the decorrelated plan where the spec wants that. */
export function chooseProposals(
  { sampling }: Spec,
  exact: SpinFermionModel,
  models: ProposalModels,
  spins: Float64Array,
): InnerChoice {
  if (sampling.proposal === 'decorrelated') return { plan: decorrelatedPlan(models), trials: [], exactEvaluations: 0 };
  const samplerOf = sampling.method === 'reweighting' ? reweightingSampler : selfLearningSampler;
  return chooseInnerChain(exact, models, purposeOf(exact), spins, philoxStream(sampling.seed, STREAM), samplerOf);
}

/** Beside a log weight: all averages over the electrons. */
const MEASUREMENT_FACTOR = 5;

/** Samples of a run, every one measured. */
export function purposeOf(exact: SpinFermionModel): Purpose {
  return { orders: squaredOrders(exact.parameters.lattice), measurement: MEASUREMENT_FACTOR * exact.cost };
}
