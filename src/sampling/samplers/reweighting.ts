/** Reweighting: samples of the effective weight, each carrying W/W_eff. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { sameSpins } from '../../spins/same-spins.ts';
import { startAt } from '../interfaces/chain-state.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';

/**
 * One step is one advance of the chain of W_eff and one exact evaluation; `state.logImportance` is log(W/W_eff) of the sample, up to a constant, 0 at the
 * start, which is no sample; where the kernel is independent, that constant is none and the weights are absolute. Averages are Σ w A/Σ w with w = exp(logImportance): biased by 1/(number of samples), and worthless where few weights dominate.
 *
 * `logRatio` is the change of the log weight: what an accept/reject step would have decided on. For use beyond acceptances of about 0.6.
 */
export function reweightingSampler(model: SpinFermionModel, kernel: ReversibleKernel): Sampler {
  const before = new Float64Array(3 * model.parameters.lattice.siteCount);
  return {
    name: 'reweighting',
    isIndependent: kernel.isIndependent ?? false,
    start: (spins) => startAt(model, spins),
    step(state, random) {
      before.set(state.spins);
      const advance = kernel.advance(state.spins, random);
      const moved = !sameSpins(before, state.spins);
      const logImportanceBefore = state.logWeight - advance.logDensityBefore;
      if (moved) state.logWeight = model.logWeight(state.spins);
      state.logImportance = state.logWeight - advance.logDensityAfter;
      return {
        proposed: 0,
        accepted: 0,
        exactEvaluations: Number(moved),
        effectiveEvaluations: advance.evaluations,
        innerProposed: advance.proposed,
        innerAccepted: advance.accepted,
        logRatio: state.logImportance - logImportanceBefore,
      };
    },
    logDensity: kernel.logDensity,
    adapt: () => kernel.adapt?.(),
    settings: kernel.settings,
    restore: kernel.restore,
  };
}
