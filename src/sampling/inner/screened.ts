/** An inner chain of a better effective model, with proposals from that of a cheaper one. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { correctedStep } from '../moves/correction.ts';

/** Reversible with respect to exp(−E_better/T): `proposals` ≥ 1 times a proposal of `cheap` and the test that divides out its weight. */
export function screenedKernel(
  better: Pick<EffectiveModel, 'lattice' | 'energy'>,
  temperature: number,
  cheap: ReversibleKernel,
  proposals = 1,
): ReversibleKernel {
  const logDensity = (spins: Float64Array) => -better.energy(spins) / temperature;
  const proposal = new Float64Array(3 * better.lattice.siteCount);
  return {
    name: `screened ${cheap.name}`,
    logDensity,
    advance(spins, random) {
      const logDensityBefore = logDensity(spins);
      let logDensityAfter = logDensityBefore;
      const counts = { proposed: 0, accepted: 0, evaluations: 1 };
      for (let k = 0; k < proposals; k++) {
        const result = correctedStep(cheap, logDensity, spins, logDensityAfter, proposal, random);
        logDensityAfter = result.logTarget;
        counts.proposed += Number(result.moved);
        counts.accepted += Number(result.accepted);
        counts.evaluations += result.advance.evaluations + Number(result.moved);
      }
      return { ...counts, logDensityBefore, logDensityAfter };
    },
    adapt: () => cheap.adapt?.(),
    settings: cheap.settings,
    restore: cheap.restore,
  };
}
