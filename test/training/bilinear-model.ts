/** The smallest useful model, E = E_0 − Σ_s J_s Σ_⟨ij⟩_s S_i·S_j, written independently of src/effective. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { Bond, Lattice } from '../../src/lattice/lattice.ts';

export function bilinearModel(lattice: Lattice, shells: readonly number[]): EffectiveModel {
  const bonds = shells.map((shell) => lattice.bonds(shell));
  const parameters = new Float64Array(shells.length + 1);
  const energyAndGradient = (spins: Float64Array, gradient: Float64Array) => {
    gradient[0] = 1;
    for (const [s, shell] of bonds.entries()) gradient[s + 1] = -correlation(spins, shell);
    return parameters.reduce((sum, parameter, k) => sum + parameter * gradient[k], 0);
  };
  return {
    kind: 'linear',
    lattice,
    parameters,
    parameterNames: ['E0', ...shells.map((shell) => `J_${shell}`)],
    cost: 1,
    energy: (spins) => energyAndGradient(spins, new Float64Array(parameters.length)),
    energyAndForce(spins, force) {
      force.fill(0);
      for (const [s, shell] of bonds.entries()) addForce(spins, shell, parameters[s + 1], force);
      return this.energy(spins);
    },
    energyAndGradient,
    describe: () => ({ kind: 'linear', shells: shells.length }),
  };
}

function correlation(spins: Float64Array, bonds: readonly Bond[]): number {
  let sum = 0;
  for (const { from, to } of bonds) for (let c = 0; c < 3; c++) sum += spins[3 * from + c] * spins[3 * to + c];
  return sum;
}

function addForce(spins: Float64Array, bonds: readonly Bond[], coupling: number, force: Float64Array): void {
  for (const { from, to } of bonds) {
    for (let c = 0; c < 3; c++) {
      force[3 * from + c] += coupling * spins[3 * to + c];
      force[3 * to + c] += coupling * spins[3 * from + c];
    }
  }
}
