/** Hybrid Monte Carlo with the exact weight and its forces. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { sameSpins } from '../../spins/same-spins.ts';
import { startAt } from '../interfaces/chain-state.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import { fromForces, type HmcOptions, hamiltonianChain, LARGEST_STEP } from '../moves/hamiltonian-chain.ts';
import { acceptanceProbability } from '../moves/metropolis.ts';
import { tunedStepSize } from '../moves/step-size.ts';

/** Leapfrog steps where an option says nothing. */
export const STEPS = 5;

/** One step is one trajectory with fresh momenta. Reversible with respect to W. */
export function hmcSampler(
  model: SpinFermionModel,
  { steps = STEPS, stepSize = 0.2, targetAcceptance = 0.9 }: HmcOptions = {},
): Sampler {
  const { lattice, temperature } = model.parameters;
  const density = fromForces((spins, force) => model.logWeightAndForce(spins, force), temperature);
  const chain = hamiltonianChain(density, lattice.siteCount);
  const size = tunedStepSize(stepSize, targetAcceptance, LARGEST_STEP);
  let acceptance = 0;
  return {
    name: 'hmc',
    start: (spins) => startAt(model, spins),
    step(state, random) {
      // What the last trajectory left need not be computed again.
      if (!sameSpins(chain.spins, state.spins)) chain.moveTo(state.spins);
      const { logRatio, accepted } = chain.advance(size.value, steps, random);
      acceptance = acceptanceProbability(logRatio);
      state.spins.set(chain.spins);
      state.logWeight = chain.logDensity;
      const counts = { proposed: 1, accepted: Number(accepted), exactEvaluations: steps, logRatio };
      return { ...counts, effectiveEvaluations: 0, innerProposed: 0, innerAccepted: 0 };
    },
    adapt: () => size.adapt(acceptance),
    settings: size.settings,
    restore: size.restore,
  };
}
