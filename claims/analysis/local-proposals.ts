/** The inner chain of the first self-learning studies: Metropolis steps of single spins with the weight of a linear model. */
import { perturbDirection } from '../../src/numeric/directions.ts';
import type { LocalFieldModel } from '../../src/sampling/inner/heat-bath.ts';
import type { ReversibleKernel } from '../../src/sampling/interfaces/reversible-kernel.ts';
import { metropolis } from '../../src/sampling/moves/metropolis.ts';

/** The amplitude of the isotropic step: about two thirds of the steps are accepted at T = 0.05. */
const AMPLITUDE = 1;

/** A kernel whose advance is `sweeps` sweeps of N steps at random sites: a power of a reversible kernel, hence reversible. It decorrelates more slowly than the heat bath. */
export function localProposals(model: LocalFieldModel, temperature: number, sweeps: number): ReversibleKernel {
  const field = new Float64Array(3);
  const trial = new Float64Array(3);
  const logDensity = (spins: Float64Array) => -model.energy(spins) / temperature;
  return {
    name: 'local',
    logDensity,
    advance(spins, random) {
      const logDensityBefore = logDensity(spins);
      const siteCount = spins.length / 3;
      const proposed = sweeps * siteCount;
      let accepted = 0;
      for (let step = 0; step < proposed; step++) {
        const site = Math.floor(siteCount * random.nextUniform());
        perturbDirection(random, AMPLITUDE, spins, 3 * site, trial, 0);
        model.field(spins, site, field);
        const gain = field.reduce((sum, h, c) => sum + h * (trial[c] - spins[3 * site + c]), 0);
        if (!metropolis(gain / temperature, random)) continue;
        spins.set(trial, 3 * site);
        accepted++;
      }
      return { logDensityBefore, logDensityAfter: logDensity(spins), proposed, accepted, evaluations: 2 + sweeps };
    },
    settings: () => ({}),
    restore: () => {},
  };
}
