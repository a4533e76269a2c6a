/** A model whose evaluations can be followed: fits take minutes, and must be able to stop in between. */
import type { EffectiveModel } from '../../effective/model.ts';

/** The same model, sharing its parameters and whatever else its kind has; `onEvaluation` is called before every evaluation. What it throws ends a fit. */
export function watchedModel(model: EffectiveModel, onEvaluation: () => void): EffectiveModel {
  const watched: Pick<EffectiveModel, 'energy' | 'energyAndForce' | 'energyAndGradient'> = {
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
  };
  return Object.assign(Object.create(model), watched);
}
