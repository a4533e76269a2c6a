/** Annealed importance sampling: independent samples, each carrying an absolute weight. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { startAt } from '../interfaces/chain-state.ts';
import type { Proposer } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';

/**
 * One step is one annealing and one exact evaluation; where the chain was does not matter. `state.logImportance` is log w, w = W over the density of the path, 0 at the start, which is no sample.
 *
 * Averages are Σ w A/Σ w, as with reweighting. The mean of w itself is that of W over all directions of all spins, Z/(4π)^N, without bias. `logRatio` is the change of log w: what a
 * Metropolis step between independent proposals would decide on.
 */
export function annealedSampler(model: SpinFermionModel, annealing: Proposer): Sampler {
  return {
    name: 'annealed',
    isIndependent: true,
    start: (spins) => startAt(model, spins),
    step(state, random) {
      const before = state.logImportance;
      const { logDensityAfter, evaluations, proposed, accepted } = annealing.advance(state.spins, random);
      state.logWeight = model.logWeight(state.spins);
      state.logImportance = state.logWeight - logDensityAfter;
      return {
        proposed: 0,
        accepted: 0,
        exactEvaluations: 1,
        effectiveEvaluations: evaluations,
        innerProposed: proposed,
        innerAccepted: accepted,
        logRatio: before === 0 ? Number.NaN : state.logImportance - before,
      };
    },
    adapt: () => annealing.adapt?.(),
    settings: annealing.settings,
    restore: annealing.restore,
  };
}
