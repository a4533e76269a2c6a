/** The number of evaluations of a model that a training makes. */
import type { EffectiveModel } from '../../effective/model.ts';

export interface CountedModel extends EffectiveModel {
  /** Energies, with or without forces or gradients, so far. */
  readonly evaluations: () => number;
}

/** The same model, sharing its parameters, that counts its evaluations. */
export function countEvaluations(model: EffectiveModel): CountedModel {
  let count = 0;
  const { termForces } = model;
  return {
    ...(termForces && {
      termForces(spins: Float64Array, energies: Float64Array, forces: readonly Float64Array[]) {
        count++;
        termForces(spins, energies, forces);
      },
    }),
    kind: model.kind,
    lattice: model.lattice,
    parameters: model.parameters,
    parameterNames: model.parameterNames,
    cost: model.cost,
    describe: () => model.describe(),
    evaluations: () => count,
    energy(spins) {
      count++;
      return model.energy(spins);
    },
    energyAndForce(spins, force) {
      count++;
      return model.energyAndForce(spins, force);
    },
    energyAndGradient(spins, gradient) {
      count++;
      return model.energyAndGradient(spins, gradient);
    },
  };
}
