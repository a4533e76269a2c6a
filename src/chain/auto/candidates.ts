/** What `kind = "auto"` may choose: samplers of the exact weight and of learned models; and which of them are worth a trial. */
import { createEffectiveModel } from '../../effective/create.ts';
import { InputError } from '../../errors.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { candidatePlans, type ProposalModels } from '../../sampling/inner/inner-chain.ts';
import { STEPS } from '../../sampling/samplers/hmc.ts';
import { proposalCost, usualCost, usualPlan } from '../../sampling/samplers/learned-sampler.ts';
import type { MethodName } from '../../sampling/samplers/methods.ts';
import { methodOf, needsFlow, needsModel } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { flowCost } from '../flow/flow-cost.ts';
import { FORCE_FACTOR } from '../force-factor.ts';
import { type CountedModel, measurementCost } from '../learning/measurement-cost.ts';
import { CHEAP, choiceOf, needsCheapModel } from '../learning/models.ts';

export interface NamedSampler {
  readonly name: string;
  readonly method: MethodName;
  readonly effective: Partial<Spec['effective']>;
  /** Whether what is proposed goes through the flow of the spec. */
  readonly flows?: true | undefined;
}

export interface Candidate extends NamedSampler {
  /** The most exact evaluations to learn from; undefined for samplers of the exact weight. */
  readonly exactEvaluations?: number;
}

const LINEAR = { kind: 'linear', shells: 'all' } as const;
/** A transformer of the paper's form, but short to train. */
const TRANSFORMER = { kind: 'transformer', shells: 6, blocks: 1 } as const;
const NODAL = { kind: 'nodal', shells: 'all' } as const;
/** Linear models need no more to learn from, and networks this many for a trial. */
const ENOUGH = { linear: 400, network: 600 };

/** The candidate that is usually best, and is chosen in runs too short to try any. */
export const FAVOURITE: Candidate = {
  name: 'linear model',
  method: 'self-learning',
  effective: LINEAR,
  exactEvaluations: ENOUGH.linear,
};

/** The candidates in the order of trying: what learns in closed form, what need not learn, what takes long to learn. */
export const CANDIDATES: readonly Candidate[] = [
  FAVOURITE,
  { name: 'linear model, reweighted', method: 'reweighting', effective: LINEAR, exactEvaluations: ENOUGH.linear },
  { name: 'exact HMC', method: 'hmc', effective: LINEAR },
  { name: 'exact local updates', method: 'local', effective: LINEAR },
  { name: 'transformer', method: 'self-learning', effective: TRANSFORMER, exactEvaluations: ENOUGH.network },
  {
    name: 'transformer screens linear',
    method: 'delayed-acceptance',
    effective: TRANSFORMER,
    exactEvaluations: ENOUGH.network,
  },
  { name: 'nodal determinant', method: 'self-learning', effective: NODAL, exactEvaluations: ENOUGH.network },
];

/** Tried where the spec has a flow: its training takes thousands of exact evaluations. */
const WITH_FLOW: Candidate = { ...FAVOURITE, name: 'linear model and flow', flows: true };

/** The candidates of a spec. */
export const candidatesOf = (spec: Spec): readonly Candidate[] =>
  needsFlow(spec) ? [FAVOURITE, WITH_FLOW, ...CANDIDATES.slice(1)] : CANDIDATES;

/** [flow] of a spec with a candidate: none where that has none. */
export const flowFor = (spec: Spec, { flows }: Pick<NamedSampler, 'flows'>): Spec['flow'] =>
  flows || !needsFlow(spec) ? spec.flow : { base: 'none' };

/** The spec as if its user had named the candidate. */
export function specFor(spec: Spec, { method, effective, flows, exactEvaluations = 0 }: Candidate): Spec {
  const budget = Math.min(spec.training.exactEvaluations, exactEvaluations);
  return {
    ...spec,
    effective: { ...spec.effective, ...effective },
    flow: flowFor(spec, { flows }),
    training: { ...spec.training, exactEvaluations: budget },
    sampling: { ...spec.sampling, method, proposal: 'efficient' },
  };
}

/** Nanoseconds of a step of a sampler without a learned model, counted: a local sweep takes about √N log weights. */
export function exactStepCost(spec: Spec, { cost, parameters }: CountedModel): number {
  if (needsFlow(spec)) return cost + flowCost(spec, parameters.lattice);
  return spec.sampling.method === 'hmc' ? STEPS * FORCE_FACTOR * cost : Math.sqrt(parameters.lattice.siteCount) * cost;
}

/** Nanoseconds of a step of a candidate, before its training: the cheapest possible, and the usual one; and of what is measured on a sample. */
export interface ExpectedCost {
  readonly least: number;
  readonly usual: number;
  readonly measurement: number;
}

/** Throws InputError for models that the lattice does not allow. */
export function expectedCost(spec: Spec, exact: CountedModel): ExpectedCost {
  if (!needsModel(spec)) {
    const cost = exactStepCost(spec, exact);
    return { least: cost, usual: cost, measurement: measurementCost(spec, exact) };
  }
  const models = untrained(spec, exact);
  const method = methodOf(spec);
  const plans = method.anneals ? [usualPlan(method, models)] : candidatePlans(models);
  const step = exact.cost + flowCost(spec, exact.parameters.lattice);
  return {
    least: step + Math.min(...plans.map((plan) => proposalCost(models, plan))),
    usual: step + usualCost(method, models),
    measurement: measurementCost(spec, exact, models),
  };
}

/** The models of a spec before their training: what they cost is known. */
export function untrained(spec: Spec, { parameters }: CountedModel): ProposalModels {
  const effective = createEffectiveModel(parameters, choiceOf(spec));
  return { effective, cheap: needsCheapModel(spec) ? createEffectiveModel(parameters, CHEAP) : undefined };
}

/** Why a candidate is not worth a trial where `best` effective samples per second are known; undefined where it is. */
export function obstacleTo(
  spec: Spec,
  exact: SpinFermionModel,
  best: number,
  isAffordable: (stepCost: number) => boolean,
): string | undefined {
  try {
    const { least, usual, measurement } = expectedCost(spec, exact);
    // A closed form costs less than to reason about it.
    if (spec.effective.kind === 'linear' && needsModel(spec)) return undefined;
    // τ = 1 at the cheapest step, every proposal accepted: better has not been seen.
    const most = 1e9 / (2 * (least + measurement));
    if (most <= best) return `at most ${most.toFixed(0)} effective samples per second`;
    return isAffordable(usual) ? undefined : TOO_EXPENSIVE;
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n')[0];
    throw error;
  }
}

/** Said of candidates that are neither refused nor tried. */
export const TOO_EXPENSIVE = 'a trial takes more than its share of the run';
