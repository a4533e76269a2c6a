/** Independence Metropolis: a flow proposes, the exact weight decides. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Flow } from '../../flow/flow.ts';
import { flowKernel } from '../inner/flow-kernel.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import { selfLearningSampler } from './self-learning.ts';

/**
 * One step is one configuration of the flow and one exact decision: accepted with probability min(1, [W(S′) q(S)]/[W(S) q(S′)]). Exact for any flow that does not change while samples are taken: its density is positive everywhere and known. What q lacks of the
 * symmetries of W, such as translations, costs acceptance alone.
 *
 * M. S. Albergo, G. Kanwar and P. E. Shanahan, Phys. Rev. D 100, 034515 (2019).
 */
export function flowSampler(model: SpinFermionModel, flow: Flow): Sampler {
  return independenceSampler(model, flowKernel(flow));
}

/** The same from the kernel of a flow. */
export const independenceSampler = (model: SpinFermionModel, kernel: ReversibleKernel): Sampler => ({
  ...selfLearningSampler(model, kernel),
  name: 'flow',
});
