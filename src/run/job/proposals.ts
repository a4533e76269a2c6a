/** How a frozen model proposes: chosen once for a run, after its training and before its chains. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { squaredOrders } from '../../observables/magnetization.ts';
import { chooseInnerChain, type InnerChoice } from '../../sampling/choose-inner-chain.ts';
import { decorrelatedPlan, type ProposalModels } from '../../sampling/inner-chain.ts';
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
  return chooseInnerChain(
    exact,
    models,
    squaredOrders(exact.parameters.lattice),
    spins,
    philoxStream(sampling.seed, STREAM),
  );
}
