/** Hybrid Monte Carlo on an effective energy, as an inner chain. */
import type { EffectiveModel } from '../../effective/model.ts';
import { checkLength } from '../../numeric/check-array.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import type { HmcOptions } from '../moves/hamiltonian-chain.ts';
import { fromForces, hamiltonianChain, LARGEST_STEP } from '../moves/hamiltonian-chain.ts';
import { acceptanceProbability } from '../moves/metropolis.ts';
import { tunedStepSize } from '../moves/step-size.ts';

/** Trajectories of hybrid Monte Carlo with the energy of a learned model. */
export interface EffectiveHmcOptions extends HmcOptions {
  /** Trajectories of one advance. Three at a sensible length decorrelate a small lattice. */
  readonly trajectories?: number;
}

/** Works for every effective model. An advance is a power of a reversible kernel, hence reversible. `temperature`: of the exact model. */
export function effectiveHmc(
  model: Pick<EffectiveModel, 'lattice' | 'energyAndForce'>,
  temperature: number,
  { trajectories = 3, steps = 5, stepSize = 0.2, targetAcceptance = 0.9 }: EffectiveHmcOptions = {},
): ReversibleKernel {
  const density = fromForces((spins, force) => -model.energyAndForce(spins, force) / temperature, temperature);
  const chain = hamiltonianChain(density, model.lattice.siteCount);
  const size = tunedStepSize(stepSize, targetAcceptance, LARGEST_STEP);
  let meanAcceptance = 0;
  const force = new Float64Array(3 * model.lattice.siteCount);
  return {
    name: 'hmc',
    // That of a trajectory's ends to the last bit, which an energy without its forces need not have.
    logDensity: (spins) => density(spins, force),
    advance(spins, random) {
      checkLength('spins', spins, chain.spins.length);
      chain.moveTo(spins);
      const logDensityBefore = chain.logDensity;
      let accepted = 0;
      let sum = 0;
      for (let k = 0; k < trajectories; k++) {
        const result = chain.advance(size.value, steps, random);
        accepted += Number(result.accepted);
        sum += acceptanceProbability(result.logRatio);
      }
      meanAcceptance = sum / trajectories;
      spins.set(chain.spins);
      const counts = { proposed: trajectories, accepted, evaluations: trajectories * steps + 1 };
      return { ...counts, logDensityBefore, logDensityAfter: chain.logDensity };
    },
    adapt: () => size.adapt(meanAcceptance),
    settings: size.settings,
    restore: size.restore,
  };
}
