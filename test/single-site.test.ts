/** Lattices of one site: an electron level or two, a spin that nothing but the field holds. Everything runs, or names the key that cannot be. */
import { describe, expect, it } from 'vitest';
import {
  createEffectiveModel,
  createLattice,
  createModel,
  decorrelatedProposals,
  type EffectiveChoice,
  growTransformer,
  hmcSampler,
  innerChain,
  type LatticeSpec,
  localSampler,
  type ModelParameters,
  measuring,
  namedConfiguration,
  observablesFor,
  philoxStream,
  reweightingSampler,
  runChain,
  type Sampler,
  selfLearn,
  selfLearningSampler,
} from '../src/index.ts';
import { decorrelatedPlan } from '../src/sampling/inner/inner-chain.ts';

const LATTICES: LatticeSpec[] = [
  { kind: 'chain', size: [1] },
  { kind: 'chain', size: [1], boundary: ['open'] },
  { kind: 'square', size: [1, 1] },
  { kind: 'square', size: [1, 1], boundary: ['open', 'open'] },
  { kind: 'square', size: [1, 1], boundary: ['open', 'periodic'], twist: [0, 0.3] },
  { kind: 'triangular', size: [1, 1], twist: [0.5, 0.1] },
  { kind: 'cubic', size: [1, 1, 1] },
  { kind: 'honeycomb', size: [1, 1], boundary: ['open', 'open'] },
];
/** Networks with so few parameters that fits take no time. */
const SMALL = { layers: 1, channels: 1 };
const CHOICES: EffectiveChoice[] = [
  { kind: 'linear' },
  { kind: 'transformer' },
  { kind: 'convolution', ...SMALL },
  { kind: 'plain-cnn', ...SMALL },
  { kind: 'standard-attention', ...SMALL },
];

const parametersOf = (spec: LatticeSpec): ModelParameters => ({
  lattice: createLattice(spec),
  hopping: [1],
  coupling: 1,
  chemicalPotential: 0.2,
  temperature: 0.5,
  exchange: [],
  field: [0, 0, 0.6],
  tolerance: 1e-8,
});

/** ⟨m_z⟩ of a spin in the field h, whose electrons do not see its direction: coth(h/T) − T/h. */
const LANGEVIN = 1 / Math.tanh(1.2) - 1 / 1.2;

describe.each(LATTICES)('%j', (spec) => {
  const parameters = parametersOf(spec);
  const exact = createModel(parameters);

  it('has weights, forces, levels and observables', () => {
    const oracle = createModel(parameters, { route: 'dense' });
    for (const name of ['ferromagnet', 'spiral', 'random'] as const) {
      const spins = namedConfiguration(name, parameters.lattice, { seed: 2 });
      expect(exact.logWeight(spins)).toBeCloseTo(oracle.logWeight(spins), 9);
      const measurement = exact.measure(spins);
      for (const { name: observable, evaluate } of observablesFor(parameters).primary)
        expect(evaluate(spins, measurement), observable).not.toBeNaN();
    }
  });

  it.each(CHOICES)('$kind learns and proposes', (choice) => {
    const model = createEffectiveModel(parameters, choice);
    const { model: learned } = selfLearn({ exact, model, propose: decorrelatedProposals(), budget: 20, seed: 1 });
    expect(createEffectiveModel(parameters, learned.describe()).parameterNames).toEqual(learned.parameterNames);
    const inner = () => innerChain({ effective: learned }, 0.5, decorrelatedPlan({ effective: learned }));
    for (const sampler of [selfLearningSampler(exact, inner()), reweightingSampler(exact, inner())])
      expect(meanOf(sampler), sampler.name).not.toBeNaN();
  });

  it('grows', () => {
    const grown = growTransformer(parameters, createEffectiveModel(parameters, { kind: 'linear', shells: 'all' }));
    const spins = namedConfiguration('random', parameters.lattice);
    // Nothing is left but the field.
    expect(grown.energy(spins)).toBeCloseTo(exact.measure(spins).classicalEnergy, 14);
  });

  function meanOf(sampler: Sampler, samples = 20): number {
    const state = sampler.start(namedConfiguration('ferromagnet', parameters.lattice));
    const measure = measuring(exact, [{ name: 'z', evaluate: (spins) => spins[2] }]);
    const { series } = runChain(sampler, state, philoxStream(3, 1), { warmUp: 10, samples, measure });
    return series.z.reduce((sum, value) => sum + value, 0) / samples;
  }

  // Of two sites the electrons see the angle.
  it.skipIf(parameters.lattice.siteCount > 1)('follows the field: the Langevin function within 5 sigma', () => {
    for (const sampler of [localSampler(exact), hmcSampler(exact)])
      expect(Math.abs(meanOf(sampler, 4000) - LANGEVIN)).toBeLessThan(5 * 0.55 * Math.sqrt(4 / 4000));
  });
});
