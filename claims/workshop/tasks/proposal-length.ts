/** The acceptance and the efficiency of one frozen model, with inner chains of different lengths. */
import { learn } from '../../../src/chain/learning/learn.ts';
import { startingSpins } from '../../../src/chain/start.ts';
import type { EffectiveModel } from '../../../src/effective/model.ts';
import { loadModel } from '../../../src/effective/weights/model-files.ts';
import { createModel } from '../../../src/exact/create.ts';
import { philoxStream, type RandomStream } from '../../../src/numeric/philox.ts';
import { squaredOrders } from '../../../src/observables/magnetization.ts';
import type { LocalFieldModel } from '../../../src/sampling/inner/heat-bath.ts';
import { type InnerPlan, innerChain } from '../../../src/sampling/inner/inner-chain.ts';
import type { ReversibleKernel } from '../../../src/sampling/interfaces/reversible-kernel.ts';
import type { Sampler } from '../../../src/sampling/interfaces/sampler.ts';
import { runChain } from '../../../src/sampling/samplers/run-chain.ts';
import { selfLearningSampler } from '../../../src/sampling/samplers/self-learning.ts';
import { modelParameters } from '../../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../../src/spec/spec.ts';
import { gammaAnalysis } from '../../../src/statistics/gamma.ts';
import { localProposals } from '../../analysis/local-proposals.ts';
import { acceptanceOf } from '../../analysis/measured-acceptance.ts';
import type { Combined } from '../../analysis/seeds.ts';

/** An inner chain of sweeps of single-spin Metropolis steps, for linear models. */
export interface LocalPlan {
  readonly kind: 'local';
  readonly sweeps: number;
}

export interface ProposalLength {
  /** The exact model, on a lattice with sublattices, and the learned one. */
  readonly spec: SpecInput;
  readonly plans: readonly (InnerPlan | LocalPlan)[];
  readonly proposals: number;
}

export interface ProposalLengthResult {
  readonly acceptance: Combined;
  /** The effective samples N/2τ of m_s² per exact evaluation. */
  readonly efficiency: Combined;
}

/** The results by plan: one fit, then a chain from random spins for every plan. */
export function proposalLength({ spec: input, plans, proposals }: ProposalLength): ProposalLengthResult[] {
  const spec = resolveSpec(input);
  const exact = createModel(modelParameters(spec));
  const { lattice, temperature } = exact.parameters;
  const { card, weights } = learn(spec).models.effective;
  const [, order] = squaredOrders(lattice);
  return plans.map((plan, k) => {
    const effective = loadModel(exact.parameters, card, weights);
    const sampler = selfLearningSampler(exact, chainOf(effective, temperature, plan));
    const random = philoxStream(spec.sampling.seed, FIRST_STREAM + k);
    return measure(sampler, { start: startingSpins(lattice, 1, random), order, random }, proposals);
  });
}

function chainOf(model: EffectiveModel, temperature: number, plan: InnerPlan | LocalPlan): ReversibleKernel {
  if (plan.kind !== 'local') return innerChain({ effective: model }, temperature, plan);
  return localProposals(model as EffectiveModel & LocalFieldModel, temperature, plan.sweeps);
}

interface ChainStart {
  readonly start: Float64Array;
  /** The observable whose τ is measured. */
  readonly order: (spins: Float64Array) => number;
  readonly random: RandomStream;
}

/** The number of steps before the first measurement, far above τ of the shortest proposals. */
const WARM_UP = 500;
/** The first random stream of the chains; those before it belong to the training. */
const FIRST_STREAM = 10;

function measure(sampler: Sampler, { start, order, random }: ChainStart, proposals: number): ProposalLengthResult {
  const { series, logRatio, totals } = runChain(sampler, sampler.start(start), random, {
    warmUp: WARM_UP,
    samples: proposals,
    measure: ({ spins }) => ({ order: order(spins) }),
  });
  const { rate, error } = acceptanceOf([logRatio]);
  const { tau, tauError, effectiveSamples } = gammaAnalysis([series.order]);
  const value = effectiveSamples / totals.exactEvaluations;
  return { acceptance: { value: rate, error }, efficiency: { value, error: (value * tauError) / tau } };
}
