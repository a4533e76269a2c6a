/** The model as users get it: with its arrays checked on the way in. */
import { clearMissing } from '../lattice/disorder/occupation.ts';
import { checkFinite, checkLength } from '../numeric/check-array.ts';
import type { SpinFermionModel } from './model.ts';

/**
 * The same model, which throws InputError for arrays that are not of length 3N, and for spins that are not finite: looked for where the result is not, so that it costs nothing. Forces are
 * left as they come, NaN included: a trajectory that has diverged must be able to see it.
 */
export function checkedModel(model: SpinFermionModel): SpinFermionModel {
  const { lattice } = model.parameters;
  const length = 3 * lattice.siteCount;
  const finite = (value: number, spins: Float64Array): number => {
    if (Number.isNaN(value)) checkFinite('spins', spins);
    return value;
  };
  const checked: Partial<SpinFermionModel> = {
    logWeight(spins) {
      checkLength('spins', spins, length);
      return finite(model.logWeight(spins), spins);
    },
    logDeterminants(spins) {
      checkLength('spins', spins, length);
      return model.logDeterminants(spins);
    },
    logWeightAndForce(spins, force) {
      checkLength('spins', spins, length);
      checkLength('force', force, length);
      const logWeight = model.logWeightAndForce(spins, force);
      clearMissing(lattice, force);
      return logWeight;
    },
    measure(spins, logWeight) {
      checkLength('spins', spins, length);
      const measurement = model.measure(spins, logWeight);
      finite(measurement.energy, spins);
      return measurement;
    },
    spectrum(spins) {
      checkLength('spins', spins, length);
      return model.spectrum(spins);
    },
    localUpdater(spins) {
      checkLength('spins', spins, length);
      checkFinite('spins', spins);
      return model.localUpdater(spins);
    },
  };
  // No spreading, which would ask for the errors of averages, a tenth of a second that not every program needs.
  return Object.defineProperties(checked, {
    ...Object.getOwnPropertyDescriptors(model),
    ...Object.getOwnPropertyDescriptors(checked),
  }) as SpinFermionModel;
}
