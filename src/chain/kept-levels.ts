/** The levels that a chain keeps, from which its weights at every temperature and chemical potential follow. */
import { classicalEnergy } from '../exact/classical/energy.ts';
import type { SpinFermionModel } from '../exact/model.ts';
import { presentCount } from '../lattice/disorder/occupation.ts';
import { sameSpins } from '../spins/same-spins.ts';
import { isMeasured } from './unmeasured.ts';

/**
 * A function that returns E_cl, the classical energy, and the levels E_1 ≤ … ≤ E_2N of a configuration, reused by the next call; undefined for samples whose levels
 * are not kept, those of the warm-up among them. `every`: the spacing of samples whose levels are.
 */
export function levelsKeeper(
  model: SpinFermionModel,
  every: number,
  warmUp: number,
): (index: number, spins: Float64Array) => Float64Array | undefined {
  const { lattice } = model.parameters;
  const classical = classicalEnergy(model.parameters);
  const known = new Float64Array(3 * lattice.siteCount).fill(Number.NaN);
  const kept = new Float64Array(1 + 2 * presentCount(lattice));
  return (index, spins) => {
    if (index < warmUp || !isMeasured(index, warmUp, every)) return undefined;
    if (!sameSpins(known, spins)) {
      known.set(spins);
      kept[0] = classical.energy(spins);
      kept.set(model.spectrum(spins), 1);
    }
    return kept;
  };
}
