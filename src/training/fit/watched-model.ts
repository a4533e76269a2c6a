/** A model whose evaluations can be followed: fits take minutes, and must be able to stop in between. */
import type { EffectiveModel } from '../../effective/model.ts';
import { isSplit } from '../../effective/with-classical.ts';

/** The same model, sharing its parameters and whatever else its kind has; `onEvaluation` is called before every evaluation. What it throws ends a fit. */
export function watchedModel(model: EffectiveModel, onEvaluation: () => void): EffectiveModel {
  const { termForces } = model;
  const watched: Pick<EffectiveModel, 'energy' | 'energyAndForce' | 'energyAndGradient' | 'termForces'> = {
    energy(spins) {
      onEvaluation();
      return model.energy(spins);
    },
    energyAndForce(spins, force) {
      onEvaluation();
      return model.energyAndForce(spins, force);
    },
    energyAndGradient(spins, gradient) {
      onEvaluation();
      return model.energyAndGradient(spins, gradient);
    },
    ...(termForces && {
      termForces(spins: Float64Array, energies: Float64Array, forces: readonly Float64Array[]) {
        onEvaluation();
        termForces(spins, energies, forces);
      },
    }),
  };
  const electrons = isSplit(model) ? { electrons: watchedModel(model.electrons, onEvaluation) } : {};
  return Object.assign(Object.create(model), watched, electrons);
}
