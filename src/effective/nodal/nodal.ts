/** The nodal determinant: electrons near the Fermi energy exactly, all others up to third order. */
import type { ModelParameters } from '../../exact/model.ts';
import { logCoshExpansion } from '../../numeric/rational/log-cosh.ts';
import { defaultEngine, type Engine } from '../../wasm/engine.ts';
import { EFFECTIVE_DEFAULTS } from '../defaults.ts';
import type { EffectiveChoice, EffectiveModel } from '../model.ts';
import { type Evaluation, nodalEvaluation } from './evaluation.ts';
import { workspaceOf } from './nodal-workspace.ts';
import { type NodalSetup, nodalSetup } from './setup.ts';
import { nodalSpace } from './space.ts';

/** Nanoseconds over the third power of the dimension: fitted to square lattices from 6 × 6 to 24 × 24. */
const COST = 5;
/** Largest error of log 2cosh of a level. */
const LEVEL_TOLERANCE = 1e-8;

/**
 * E = −T Tr log(1 + e^{−H/T}) + E_0 − Σ_s J_s Σ_⟨ij⟩s S_i·S_j with H = H_0 + H_1 + H_2 + H_3 on the manifold P of momenta with |ε_k − μ| ≤ T. With V = (J/2) S·σ,
 * a field smeared by shells V' = Σ_s w_s P_s V, and propagators through the levels l of the other momenta,
 * G(x) = Σ_l x_l Σ_{q∈l} |q⟩ (ε_q − μ)⁻¹ ⟨q| and D(x) with (ε_q − μ)⁻²:
 *
 *     H_0 = ε_k − μ,   H_1 = P V' P,   H_2 = −P V G(c) V P,   H_3 = P V G(g) V G(g) V P − {H_1, P V D(d) V P}/2.
 *
 * That is degenerate perturbation theory (C. Bloch, Nucl. Phys. 6, 329 (1958); J. des Cloizeaux, Nucl. Phys. 20, 321 (1960)) with couplings that are fitted.
 * With perfect nesting the momenta at the Fermi energy split in first order, log W ~ |m_s|, which no polynomial in the spins follows: hence
 * a determinant. Third order is what a sampler gains most by, since H_3 has the symmetry of H_1: docs/decisions/016. Where levels come in pairs ±ε the trace is that of log 2cosh(H/2T); the
 * form here differs from it by Tr H/2 and holds at any filling.
 *
 * Parameters, in this order: E_0, J_s by shell, w_0 of the site itself and w_s by shell, then c_l, d_l and g_l by level |ε_q − μ| outside the manifold;
 * 32 on 6 × 6 sites with all shells. They start from perturbation theory, w_0 = c_l = d_l = g_l = 1, J_s = w_s = 0, with E_0 of the free electrons outside.
 * Where differences of momenta of the manifold miss some wave vectors, some combinations of the w_s have no effect (4 of 10 on 6 × 6): fit with damping.
 * Couplings by level belong to the levels of this lattice, so parameters do not carry over to another size. J_s take up a classical exchange,
 * and a Zeeman field is not modelled.
 *
 * Throws `InputError` on open or non-Bravais lattices, with twists other than 0 and 1/2, at T = 0, and where no level lies at the Fermi energy.
 */
export function nodalModel(
  parameters: ModelParameters,
  choice: EffectiveChoice,
  engine: Engine = defaultEngine(),
): EffectiveModel {
  const setup = nodalSetup(parameters, choice.shells ?? EFFECTIVE_DEFAULTS.shells);
  const theta = startingParameters(setup);
  let evaluation: Evaluation | undefined;
  const ready = () => {
    evaluation ??= nodalEvaluation(workspaceOf(nodalSpace(setup), expansionOf(setup), engine), theta);
    return evaluation;
  };
  return {
    kind: 'nodal',
    lattice: setup.lattice,
    parameters: theta,
    parameterNames: parameterNames(setup),
    cost: COST * cube(2 * setup.manifold.momenta.length),
    energy: (spins) => ready().energy(spins),
    energyAndForce: (spins, force) => ready().energyAndForce(spins, force),
    energyAndGradient: (spins, gradient) => ready().energyAndGradient(spins, gradient),
    describe: () => ({ kind: 'nodal', shells: setup.shells }),
  };
}

/**
 * The expansion of the free energy of the electrons of the manifold. Their levels are below T + |J|/2 in magnitude for the exact electrons, which is H. Weyl's inequality; half as much
 * again of the coupling is left to fitted parameters. Beyond it the energy stays smooth, and forces remain its derivatives.
 */
const expansionOf = ({ temperature, halfCoupling }: NodalSetup) =>
  logCoshExpansion(1 / temperature, temperature + 1.5 * Math.abs(halfCoupling), LEVEL_TOLERANCE);

/** E_0 and J_s, w_0 and w_s, c_l, d_l, g_l. */
function startingParameters({ shells, manifold, outerFreeEnergy }: NodalSetup): Float64Array {
  const theta = new Float64Array(2 * (shells.length + 1) + 3 * manifold.levels.length);
  theta[0] = outerFreeEnergy;
  theta[shells.length + 1] = 1;
  theta.fill(1, 2 * (shells.length + 1));
  return theta;
}

function parameterNames({ shells, manifold }: NodalSetup): string[] {
  const byLevel = (letter: string) =>
    manifold.levels.map((level, l) => `${letter}_${l + 1} (|ε − μ| = ${level.toFixed(3)})`);
  return [
    ...['E0', ...shells.map((shell) => `J_${shell}`)],
    ...['w_0', ...shells.map((shell) => `w_${shell}`)],
    ...['c', 'd', 'g'].flatMap(byLevel),
  ];
}

const cube = (n: number): number => n * n * n;
