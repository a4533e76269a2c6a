/** 200 self-learning steps with learned models, their training included, reduced to bytes. */
import {
  createEffectiveModel,
  createLattice,
  createModel,
  type EffectiveModel,
  type Engine,
  effectiveHmc,
  growTransformer,
  heatBathKernel,
  MODEL_DEFAULTS,
  type ModelParameters,
  namedConfiguration,
  philoxStream,
  type RandomStream,
  type ReversibleKernel,
  type SpinFermionModel,
  selfLearn,
  selfLearningSampler,
} from '../../src/index.ts';
import { hex } from './hex.ts';

const STEPS = 200;
const WARM_UP = 20;
const BUDGET = 60;

const parameters: ModelParameters = {
  ...MODEL_DEFAULTS,
  lattice: createLattice({ kind: 'square', size: [4, 4] }),
  temperature: 0.1,
};
const { temperature } = parameters;

/** A linear model with heat bath; a transformer with hybrid Monte Carlo. */
export function chains(engine: Engine): string {
  const exact = createModel(parameters, { engine });
  const linear = createEffectiveModel(parameters, { kind: 'linear' }, engine) as HeatBathModel;
  const transformer = learn(exact, engine);
  return [
    chain(exact, heatBathKernel(learned(exact, linear) as HeatBathModel, temperature, {}, engine)),
    hex(transformer.parameters),
    chain(exact, effectiveHmc(transformer, temperature, { trajectories: 2 })),
  ].join('\n');
}

type HeatBathModel = EffectiveModel & Parameters<typeof heatBathKernel>[0];

/** A transformer of one block, grown from a linear model. */
function learn(exact: SpinFermionModel, engine: Engine): EffectiveModel {
  const model = createEffectiveModel(parameters, { kind: 'linear', shells: 2 }, engine);
  return learned(exact, model, [(smaller, random) => growTransformer(parameters, smaller, random, engine)]);
}

function learned(
  exact: SpinFermionModel,
  model: EffectiveModel,
  growth: NonNullable<Parameters<typeof selfLearn>[0]['growth']> = [],
): EffectiveModel {
  const propose = (current: EffectiveModel, heat: number, spins: Float64Array, random: RandomStream) => {
    const proposal = spins.slice();
    effectiveHmc(current, heat, { trajectories: 2 }).advance(proposal, random);
    return proposal;
  };
  return selfLearn({ exact, model, propose, growth, budget: BUDGET, seed: 5 }).model;
}

/** Spins and log W after every step. */
function chain(exact: SpinFermionModel, kernel: ReversibleKernel): string {
  const sampler = selfLearningSampler(exact, kernel);
  const state = sampler.start(namedConfiguration('random', parameters.lattice, { seed: 3 }));
  const random = philoxStream(3, 1);
  const steps = Array.from({ length: STEPS }, (_, step) => {
    sampler.step(state, random);
    if (step < WARM_UP) sampler.adapt?.();
    return hex(Float64Array.of(state.logWeight, ...state.spins));
  });
  return steps.join('\n');
}
