// Your own observables, declared as the built-in ones are: one that is measured, and one that is a function of means.
//
//   node_modules/.bin/node examples/extend-observable.ts        (with the package installed, import from 'spinformer')
import {
  createLattice,
  createModel,
  type DerivedObservable,
  estimateDerived,
  estimateMean,
  formatEstimate,
  localSampler,
  measuring,
  namedConfiguration,
  type Observable,
  observablesFor,
  philoxStream,
  runChain,
} from '../src/index.ts';

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const exact = createModel({ lattice, temperature: 0.1 });

// Measured on every configuration. What does not change is prepared outside of `evaluate`.
const diagonals = lattice.bonds(2);
const diagonalCorrelation: Observable = {
  name: 'diagonalCorrelation',
  formula: 'Σ_⟨ij⟩2 S_i·S_j / Σ_⟨ij⟩2 1',
  normalisation: 'mean over the bonds of shell 2',
  reference: 'this example',
  evaluate(spins) {
    const dot = (i: number, j: number) => [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0);
    return diagonals.reduce((sum, { from, to }) => sum + dot(from, to), 0) / diagonals.length;
  },
};

// A function of means. The means may be those of built-in observables: S(q) at q = (π, π), and one step of the lattice beside it. The ratio is 1 where the
// peak is sharp, 0 where there is none, and a function of ξ/L alone: curves of several sizes cross at a critical point.
const correlationRatio: DerivedObservable = {
  name: 'correlationRatio',
  formula: 'R = 1 − S(π, π − 2π/L)/S(π, π)',
  normalisation: 'none: a pure number',
  reference: 'R. K. Kaul, Phys. Rev. Lett. 115, 157202 (2015)',
  inputs: ['structureFactor_2_2', 'structureFactor_2_1'],
  evaluate: ([peak, beside]) => 1 - beside / peak,
};

const observables = [...observablesFor(exact.parameters).primary, diagonalCorrelation];

// Two chains of exact local Metropolis, from a hot and from a cold start.
const chains = (['random', 'neel'] as const).map((start, chain) => {
  const sampler = localSampler(exact);
  return runChain(sampler, sampler.start(namedConfiguration(start, lattice)), philoxStream(2023, chain + 1), {
    warmUp: 200,
    samples: 4000,
    measure: measuring(exact, observables),
  });
});

/** The series of an observable, one per chain. */
const seriesOf = (name: string) => chains.map(({ series }) => series[name]);

console.log(`diagonalCorrelation = ${formatEstimate(estimateMean(seriesOf('diagonalCorrelation')))}`);
const { inputs, evaluate } = correlationRatio;
console.log(`correlationRatio = ${formatEstimate(estimateDerived(inputs.map(seriesOf), evaluate))}`);
console.log(`structureFactorPiPi = ${formatEstimate(estimateMean(seriesOf('structureFactorPiPi')))}`);
