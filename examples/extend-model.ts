// Your own learned energy: a Heisenberg model that also knows the square of every product, for double exchange at strong coupling.
//
//   node_modules/.bin/node examples/extend-model.ts        (with the package installed, import from 'spinformer')
import {
  createLattice,
  createModel,
  decorrelatedPlan,
  decorrelatedProposals,
  type EffectiveModel,
  estimateMean,
  formatEstimate,
  innerChain,
  type Lattice,
  measuring,
  namedConfiguration,
  philoxStream,
  runChain,
  selfLearn,
  selfLearningSampler,
} from '../src/index.ts';

/** E = E_0 − Σ_s [J_s Σ_⟨ij⟩s S_i·S_j + K_s Σ_⟨ij⟩s (S_i·S_j)²] over all shells of the lattice; all parameters zero at first. */
function biquadraticModel(lattice: Lattice): EffectiveModel {
  const shells = lattice.minimalImageShells;
  const names = shells.flatMap((shell) => [`J_${shell}`, `K_${shell}`]);
  const parameters = new Float64Array(1 + names.length);
  const bonds = shells.flatMap((shell, s) => lattice.bonds(shell).map(({ from, to }) => ({ from, to, at: 1 + 2 * s })));

  /** Energy; `visit` gets every bond with its product and ∂E/∂(product). */
  function sum(spins: Float64Array, visit: (bond: (typeof bonds)[number], product: number, slope: number) => void) {
    let energy = parameters[0];
    for (const bond of bonds) {
      const [i, j, J, K] = [3 * bond.from, 3 * bond.to, parameters[bond.at], parameters[bond.at + 1]];
      const product = spins[i] * spins[j] + spins[i + 1] * spins[j + 1] + spins[i + 2] * spins[j + 2];
      energy -= (J + K * product) * product;
      visit(bond, product, -J - 2 * K * product);
    }
    return energy;
  }

  return {
    kind: 'biquadratic',
    lattice,
    parameters,
    parameterNames: ['E0', ...names],
    // Nanoseconds, roughly: inner chains are chosen by it.
    cost: 10 * bonds.length,
    describe: () => ({ kind: 'biquadratic' }),
    energy: (spins) => sum(spins, () => {}),
    energyAndForce(spins, force) {
      force.fill(0);
      return sum(spins, ({ from, to }, _, slope) => {
        for (let c = 0; c < 3; c++) {
          force[3 * from + c] -= slope * spins[3 * to + c];
          force[3 * to + c] -= slope * spins[3 * from + c];
        }
      });
    },
    energyAndGradient(spins, gradient) {
      gradient.fill(0);
      gradient[0] = 1;
      return sum(spins, ({ at }, product) => {
        gradient[at] -= product;
        gradient[at + 1] -= product * product;
      });
    },
  };
}

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const temperature = 0.1;
const exact = createModel({ lattice, temperature, coupling: 4 });

// Learned from the exact weight alone, then frozen.
const { model } = selfLearn({
  exact,
  model: biquadraticModel(lattice),
  propose: decorrelatedProposals(),
  budget: 200,
  seed: 1,
});
const parameter = (name: string) => model.parameters[model.parameterNames.indexOf(name)].toFixed(3);
console.log(`J_1 = ${parameter('J_1')}, K_1 = ${parameter('K_1')}`);

// It proposes; the exact weight decides. Results are exact however good or bad the model is.
const chains = (['random', 'neel'] as const).map((start, chain) => {
  const kernel = innerChain({ effective: model }, temperature, decorrelatedPlan({ effective: model }));
  const sampler = selfLearningSampler(exact, kernel);
  return runChain(sampler, sampler.start(namedConfiguration(start, lattice)), philoxStream(2023, chain + 1), {
    warmUp: 200,
    samples: 2000,
    measure: measuring(exact, [{ name: 'energyPerSite', evaluate: (_, { energy }) => energy / lattice.siteCount }]),
  });
});
const accepted = chains.reduce((sum, { totals }) => sum + totals.accepted / totals.proposed / chains.length, 0);
console.log(`accepted by the exact weight: ${(100 * accepted).toFixed(0)} %`);
console.log(`energy per site: ${formatEstimate(estimateMean(chains.map(({ series }) => series.energyPerSite)))}`);
