/** A learned model with its arguments checked, as users get it. */
import { clearMissing } from '../lattice/disorder/occupation.ts';
import { checkLength } from '../numeric/check-array.ts';
import type { EffectiveModel } from './model.ts';

/**
 * The same model, which throws InputError for spins and forces that are not of length 3N and gradients that are not one number per parameter. What is not a number gives an energy that is
 * none: a trajectory that has diverged must be able to see it.
 */
export function checkedEffectiveModel<Model extends EffectiveModel>(model: Model): Model {
  const length = 3 * model.lattice.siteCount;
  return {
    ...model,
    energy(spins: Float64Array) {
      checkLength('spins', spins, length);
      return model.energy(spins);
    },
    energyAndForce(spins: Float64Array, force: Float64Array) {
      checkLength('spins', spins, length);
      checkLength('force', force, length);
      const energy = model.energyAndForce(spins, force);
      clearMissing(model.lattice, force);
      return energy;
    },
    energyAndGradient(spins: Float64Array, gradient: Float64Array) {
      checkLength('spins', spins, length);
      checkLength('gradient', gradient, model.parameters.length);
      return model.energyAndGradient(spins, gradient);
    },
  };
}
