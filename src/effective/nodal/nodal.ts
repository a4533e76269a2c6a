/** The nodal determinant: electrons near the Fermi energy exactly, all others in second order. */
import type { ModelParameters } from '../../exact/model.ts';
import type { EffectiveChoice, EffectiveModel } from '../model.ts';
import { newField } from './fourier.ts';
import { nodalHamiltonian } from './hamiltonian.ts';
import { linearForm } from './linear-form.ts';
import { type NodalSetup, nodalSetup } from './setup.ts';

/** Nanoseconds over the third power of the dimension: fitted to square lattices from 6 × 6 to 10 × 10. */
const COST = 60;

/**
 * E = −T Tr log(1 + e^{−(H_0 + H_1 + H_2)/T}) + E_0 − Σ_s J_s Σ_⟨ij⟩s S_i·S_j on the manifold of momenta with |ε_k − μ| ≤ T:
 *
 *     H_0 = ε_k − μ,   H_1 = (J/2) Σ_s w_s P_s(k − k') S_{k−k'}·σ,   H_2 = −Σ_l c_l Σ_{q∈l} V_kq (ε_q − μ)⁻¹ V_qk',   V = (J/2) S·σ.
 *
 * With perfect nesting the momenta at the Fermi energy split in first order, log W ~ |m_s|, which no polynomial in the spins follows: hence
 * a determinant. Where levels come in pairs ±ε its trace is that of log 2cosh(H/2T); the form here differs from it by Tr H/2 and holds at any filling.
 *
 * Parameters, in this order: E_0, J_s by shell, w_0 of the site itself and w_s by shell, c_l by level |ε_q − μ| outside the manifold;
 * 24 on 6 × 6 sites with all shells. They start from perturbation theory, w_0 = c_l = 1, J_s = w_s = 0, with E_0 of the free electrons outside.
 * Where differences of momenta of the manifold miss some wave vectors, some combinations of the w_s have no effect (4 of 10 on 6 × 6): fit with damping.
 * The c_l belong to the levels of this lattice, so parameters do not carry over to another size; with time reversal symmetry, E changes by a linear form only when all c_l
 * change sign. Third order in J is left out; J_s take up a classical exchange, and a Zeeman field is not modelled.
 *
 * Throws `InputError` on open or non-Bravais lattices, at T = 0, and where no level lies at the Fermi energy.
 */
export function nodalModel(parameters: ModelParameters, choice: EffectiveChoice): EffectiveModel {
  const setup = nodalSetup(parameters, choice.shells ?? 'all');
  const theta = startingParameters(setup);
  const form = linearForm(setup, theta.subarray(0, setup.shells.length));
  const determinant = nodalHamiltonian(setup, theta.subarray(setup.shells.length));
  const components = newField(setup.lattice.siteCount);
  const adjoint = newField(setup.lattice.siteCount);
  return {
    kind: 'nodal',
    lattice: setup.lattice,
    parameters: theta,
    parameterNames: parameterNames(setup),
    cost: COST * cube(2 * setup.manifold.momenta.length),
    energy(spins) {
      setup.fourier.transform(spins, components);
      return form.energy(components) + determinant.energy(components);
    },
    energyAndForce(spins, force) {
      setup.fourier.transform(spins, components);
      const energy = form.energy(components) + determinant.energyAndAdjoint(components, adjoint);
      form.addAdjoint(components, adjoint);
      setup.fourier.force(adjoint, force);
      return energy;
    },
    energyAndGradient(spins, gradient) {
      setup.fourier.transform(spins, components);
      form.gradient(components, gradient.subarray(0, setup.shells.length));
      const energy = determinant.energyAndGradient(components, gradient.subarray(setup.shells.length));
      return form.energy(components) + energy;
    },
    describe: () => ({ kind: 'nodal', shells: setup.shells.slice(1) }),
  };
}

/** E_0 and J_s, as many as there are shells with the site itself; then w_s, as many again; then c_l. */
function startingParameters({ shells, manifold, outerFreeEnergy }: NodalSetup): Float64Array {
  const theta = new Float64Array(2 * shells.length + manifold.levels.length);
  theta[0] = outerFreeEnergy;
  theta[shells.length] = 1;
  theta.fill(1, 2 * shells.length);
  return theta;
}

function parameterNames({ shells, manifold }: NodalSetup): string[] {
  return [
    'E0',
    ...shells.slice(1).map((shell) => `J_${shell}`),
    ...shells.map((shell) => `w_${shell}`),
    ...manifold.levels.map((level, l) => `c_${l + 1} (|ε − μ| = ${level.toFixed(3)})`),
  ];
}

const cube = (n: number): number => n * n * n;
