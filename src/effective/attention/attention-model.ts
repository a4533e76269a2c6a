/** Kernels as an effective model. */
import type { Lattice } from '../../lattice/lattice.ts';
import type { EffectiveChoice, EffectiveModel } from '../model.ts';
import type { AttentionKernels } from './network.ts';

export interface Description {
  readonly lattice: Lattice;
  readonly parameterNames: readonly string[];
  readonly cost: number;
  readonly energyCost?: number | undefined;
  /** The choice with explicit shells, so that it means the same on every lattice. */
  readonly choice: EffectiveChoice;
}

export function attentionModel(
  { lattice, parameterNames, cost, energyCost, choice }: Description,
  kernels: Omit<AttentionKernels, 'shellSum'>,
): EffectiveModel {
  return {
    kind: choice.kind,
    lattice,
    parameterNames,
    cost,
    ...(energyCost !== undefined && { energyCost }),
    parameters: kernels.parameters,
    describe: () => choice,
    energy(spins) {
      kernels.spins.set(spins);
      return kernels.energy();
    },
    energyAndForce(spins, force) {
      kernels.spins.set(spins);
      const energy = kernels.energyAndForce();
      force.set(kernels.force);
      return energy;
    },
    energyAndGradient(spins, gradient) {
      kernels.spins.set(spins);
      const energy = kernels.energyAndGradient();
      gradient.set(kernels.gradient);
      return energy;
    },
  };
}
