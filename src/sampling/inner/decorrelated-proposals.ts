/** Proposals of models that are still learning. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { Propose } from '../../training/loop/generation.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { decorrelatedPlan, innerChain } from './inner-chain.ts';

/** Proposals for `selfLearn`, from one inner chain per model and temperature, which goes on tuning its steps: the model is not frozen yet either. */
export function decorrelatedProposals(): Propose {
  let known: { model: EffectiveModel; temperature: number; kernel: ReversibleKernel } | undefined;
  return (model, temperature, spins, random) => {
    if (known?.model !== model || known.temperature !== temperature) {
      const kernel = innerChain({ effective: model }, temperature, decorrelatedPlan({ effective: model }));
      if (known?.model === model) kernel.restore(known.kernel.settings());
      known = { model, temperature, kernel };
    }
    const proposal = spins.slice();
    known.kernel.advance(proposal, random);
    known.kernel.adapt?.();
    return proposal;
  };
}
