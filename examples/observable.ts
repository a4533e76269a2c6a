// Your own observable with an error bar: a model is learned, proposes configurations, and the exact weight decides.
//
//   node_modules/.bin/node examples/observable.ts        (with the package installed, import from 'spinformer')
import {
  createEffectiveModel,
  createLattice,
  createModel,
  decorrelatedProposals,
  estimateDerived,
  estimateMean,
  formatEstimate,
  innerChain,
  loadModel,
  type Measured,
  type Measurement,
  measuring,
  modelCard,
  modelWeights,
  namedConfiguration,
  philoxStream,
  runChain,
  selfLearn,
  selfLearningSampler,
} from '../src/index.ts';

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const temperature = 0.1;
const exact = createModel({ lattice, temperature });

// A Heisenberg model with a coupling for every shell learns the free energy F(S) from 100 exact evaluations, random spins first.
const { model } = selfLearn({
  exact,
  model: createEffectiveModel(exact.parameters, { kind: 'linear', shells: 'all' }),
  propose: decorrelatedProposals(),
  budget: 100,
  seed: 1,
});

// Frozen from here on. A card (JSON) and weights (safetensors) are all that there is to keep.
const [card, weights] = [modelCard(model), modelWeights(model)];
console.log(`learned: ${Object.keys(card.parameters).length} parameters, J_1 = ${card.parameters.J_1.toFixed(4)}`);

// Observables are plain functions of the spins (x y z of site 0, of site 1, …) and of the averages over the electrons in them.
const dot = (spins: Float64Array, i: number, j: number) =>
  [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0);

/** How much more alike neighbours are along x than along y, squared: large where there are stripes. */
function stripes(spins: Float64Array): number {
  const difference = lattice
    .bonds(1)
    .reduce((sum, { from, to, displacement: [x, y] }) => sum + (x * x - y * y) * dot(spins, from, to), 0);
  return (difference / lattice.siteCount) ** 2;
}

const energy = (_: Float64Array, measurement: Measurement) => measurement.energy / lattice.siteCount;

const observables = [
  { name: 'stripes', evaluate: stripes },
  { name: 'energy', evaluate: energy },
  { name: 'product', evaluate: (spins, measurement) => stripes(spins) * energy(spins, measurement) },
] as const satisfies Measured[];

// Two independent chains, from a hot and a cold start. Random numbers are a function of seed, chain and position.
const chains = (['random', 'neel'] as const).map((start, chain) => {
  const effective = loadModel(exact.parameters, card, weights);
  const kernel = innerChain({ effective }, temperature, { kind: 'heat-bath', sweeps: 2, overrelaxation: 1 });
  const sampler = selfLearningSampler(exact, kernel);
  return runChain(sampler, sampler.start(namedConfiguration(start, lattice)), philoxStream(2023, chain + 1), {
    warmUp: 200,
    samples: 4000,
    measure: measuring(exact, observables),
  });
});

const [psi2, u, product] = observables.map(({ name }) => chains.map(({ series }) => series[name]));
const covariance = estimateDerived([psi2, u, product], ([a, b, ab]) => lattice.siteCount * (ab - a * b));
const accepted = chains.reduce((sum, { totals }) => sum + totals.accepted / totals.proposed / chains.length, 0);
console.log(`accepted by the exact weight: ${(100 * accepted).toFixed(0)} %`);
console.log(`⟨ψ²⟩ = ${formatEstimate(estimateMean(psi2))}`);
console.log(`⟨u⟩ = ${formatEstimate(estimateMean(u))}`);
console.log(`N (⟨ψ² u⟩ − ⟨ψ²⟩⟨u⟩) = ${formatEstimate(covariance)}`);
