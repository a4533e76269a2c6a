/** A model that is not linear in its parameters: E = E_0 + x + a √(1 + x²) with x = Σ_s θ_s C_s, C_s = Σ_⟨ij⟩_s S_i·S_j. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';
import { bilinearModel } from './bilinear-model.ts';

/** Parameters E_0, a, θ_1 … . */
export function toyModel(lattice: Lattice, shells: readonly number[]): EffectiveModel {
  const inner = bilinearModel(lattice, shells);
  const parameters = new Float64Array(shells.length + 2);
  const prepare = () =>
    inner.parameters.set(
      parameters.subarray(2).map((theta) => -theta),
      1,
    );
  const slope = (x: number) => 1 + (parameters[1] * x) / Math.sqrt(1 + x * x);
  const energyOf = (x: number) => parameters[0] + x + parameters[1] * Math.sqrt(1 + x * x);
  return {
    kind: 'toy',
    lattice,
    parameters,
    parameterNames: ['E0', 'a', ...shells.map((shell) => `theta_${shell}`)],
    cost: 1,
    energy(spins) {
      prepare();
      return energyOf(inner.energy(spins));
    },
    energyAndForce(spins, force) {
      prepare();
      const x = inner.energyAndForce(spins, force);
      for (let c = 0; c < force.length; c++) force[c] *= slope(x);
      return energyOf(x);
    },
    energyAndGradient(spins, gradient) {
      prepare();
      const features = new Float64Array(shells.length + 1);
      const x = inner.energyAndGradient(spins, features);
      gradient[0] = 1;
      gradient[1] = Math.sqrt(1 + x * x);
      for (let s = 0; s < shells.length; s++) gradient[s + 2] = -features[s + 1] * slope(x);
      return energyOf(x);
    },
    describe: () => ({ kind: 'linear' }),
  };
}
