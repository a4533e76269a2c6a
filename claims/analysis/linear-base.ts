/** The linear model with all shells as the base of a flow. */
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { type FlowBase, learnedBase } from '../../src/flow/base.ts';
import { randomDirections } from '../../src/numeric/directions.ts';
import { philoxStream, type RandomStream } from '../../src/numeric/philox.ts';
import { decorrelatedProposals } from '../../src/sampling/inner/decorrelated-proposals.ts';
import { decorrelatedPlan, innerChain } from '../../src/sampling/inner/inner-chain.ts';
import type { ReversibleKernel } from '../../src/sampling/interfaces/reversible-kernel.ts';
import { selfLearn } from '../../src/training/loop/self-learning.ts';

export interface LinearBase {
  readonly density: FlowBase;
  /** An inner chain whose advances decorrelate. */
  readonly kernel: ReversibleKernel;
  /** Draws a z by such a chain. */
  readonly draw: (random: RandomStream) => Float64Array;
  /** The exact evaluations that the model was fitted to. */
  readonly exactEvaluations: number;
}

/** The base with a model of the self-learning loop, from `budget` exact evaluations at most. */
export function linearBase(exact: SpinFermionModel, budget: number, seed: number): LinearBase {
  const { lattice, temperature } = exact.parameters;
  const initial = createEffectiveModel(exact.parameters, { kind: 'linear' });
  const { model, exactEvaluations } = selfLearn({
    exact,
    model: initial,
    propose: decorrelatedProposals(),
    budget,
    seed,
  });
  const models = { effective: model };
  const kernel = innerChain(models, temperature, decorrelatedPlan(models));
  const spins = randomDirections(philoxStream(seed, START_STREAM), lattice.siteCount);
  return {
    density: learnedBase(model, temperature),
    kernel,
    draw(random) {
      kernel.advance(spins, random);
      return spins.slice();
    },
    exactEvaluations,
  };
}

/** The stream of the spins that draws begin with; those before it belong to the training and to what is measured. */
const START_STREAM = 3;
