/**
 * Self-learning Monte Carlo: an inner chain of a learned weight proposes, the exact weight decides.
 *
 * J. Liu, Y. Qi, Z. Y. Meng and L. Fu, Phys. Rev. B 95, 041101(R) (2017); Y. Nagai and A. Tomiya, J. Phys. Soc. Jpn. 93, 114007 (2024).
 */
import type { SpinFermionModel } from '../../exact/model.ts';
import { startAt } from '../interfaces/chain-state.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import { correctedStep } from '../moves/correction.ts';

/**
 * One step is one advance of the inner chain and one exact decision. Exact for any effective model, good or bad, that does not change while
 * samples are taken: a model trained on the running chain makes it adaptive.
 *
 * An advance that ends where it began is not a proposal and costs no exact evaluation.
 */
export function selfLearningSampler(model: SpinFermionModel, kernel: ReversibleKernel): Sampler {
  const proposal = new Float64Array(3 * model.parameters.lattice.siteCount);
  const logWeight = (spins: Float64Array) => model.logWeight(spins);
  return {
    name: 'self-learning',
    start: (spins) => startAt(model, spins),
    step(state, random) {
      const result = correctedStep(kernel, logWeight, state.spins, state.logWeight, proposal, random);
      const { advance, moved, accepted, logRatio } = result;
      state.logWeight = result.logTarget;
      return {
        proposed: Number(moved),
        accepted: Number(accepted),
        exactEvaluations: Number(moved),
        logRatio,
        effectiveEvaluations: advance.evaluations,
        innerProposed: advance.proposed,
        innerAccepted: advance.accepted,
      };
    },
    adapt: () => kernel.adapt?.(),
    settings: kernel.settings,
    restore: kernel.restore,
  };
}
