/** A flow that is trained, and what its proposals are worth: with weights, and with Metropolis decisions. */
import { cpuMilliseconds } from '../../../src/chain/cpu-time.ts';
import { createModel } from '../../../src/exact/create.ts';
import type { SpinFermionModel } from '../../../src/exact/model.ts';
import type { FlowChoice } from '../../../src/flow/choice.ts';
import { createFlow, type Flow } from '../../../src/flow/flow.ts';
import { layersOfRound } from '../../../src/flow/schedule.ts';
import { randomDirections } from '../../../src/numeric/directions.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { flowKernel } from '../../../src/sampling/inner/flow-kernel.ts';
import { transportedKernel } from '../../../src/sampling/inner/transported-kernel.ts';
import type { ReversibleKernel } from '../../../src/sampling/interfaces/reversible-kernel.ts';
import { reweightingSampler } from '../../../src/sampling/samplers/reweighting.ts';
import { selfLearningSampler } from '../../../src/sampling/samplers/self-learning.ts';
import { modelParameters } from '../../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../../src/spec/spec.ts';
import { gammaAnalysis } from '../../../src/statistics/gamma.ts';
import { weightedMean } from '../../../src/statistics/weighted.ts';
import { trainFlow } from '../../../src/training/flow/train-flow.ts';
import { type LinearBase, linearBase } from '../../analysis/linear-base.ts';
import { proposing } from '../../analysis/proposing.ts';
import type { Combined } from '../../analysis/seeds.ts';
import { type WeightQuality, weightQuality } from '../../analysis/weight-quality.ts';

export interface FlowTask {
  /** The exact model, on a lattice with sublattices. */
  readonly spec: SpecInput;
  readonly base: 'uniform' | 'linear';
  /** The flow, its layers in rounds: in one of them every site moves once. */
  readonly rounds: number;
  readonly choice: Omit<FlowChoice, 'layers'>;
  /** Exact evaluations of the training, and those of the linear model of the base. */
  readonly budget: number;
  readonly linearBudget: number;
  readonly seed: number;
  /** The number of proposals with weights, and of steps with decisions. */
  readonly samples: number;
}

/** What a sampler gives by step. */
export interface Measured {
  /** Effective samples of m_s²; null where so few proposals decide that nobody can tell. */
  readonly effective: Combined | null;
  /** Processor milliseconds, the exact weight included. */
  readonly milliseconds: Combined;
}

export interface FlowResult {
  readonly siteCount: number;
  readonly layers: number;
  readonly parameters: number;
  readonly training: { readonly exactEvaluations: number; readonly seconds: number };
  /** Processor milliseconds of an exact weight. */
  readonly exactMilliseconds: number;
  readonly quality: WeightQuality;
  /** Every proposal with its weight, and independence Metropolis. */
  readonly weighted: Measured;
  readonly decided: Measured & { readonly acceptance: number };
}

/** Streams of random numbers after that of the training. */
const [PROPOSALS, DECISIONS] = [1, 2];

export function flow(task: FlowTask): FlowResult {
  const exact = createModel(modelParameters(resolveSpec(task.spec)));
  const began = cpuMilliseconds();
  const base = task.base === 'linear' ? linearBase(exact, task.linearBudget, task.seed) : undefined;
  const trained = trainedFlow(exact, base, task);
  const seconds = (cpuMilliseconds() - began) / 1000;
  const kernel = base ? transportedKernel(base.kernel, trained.flow) : flowKernel(trained.flow);
  return {
    siteCount: exact.parameters.lattice.siteCount,
    layers: trained.flow.choice.layers,
    parameters: trained.flow.parameters.length,
    training: { exactEvaluations: trained.exactEvaluations + (base?.exactEvaluations ?? 0), seconds },
    exactMilliseconds: timeOf(exact),
    ...weighted(exact, kernel, task),
    decided: decided(exact, kernel, task),
  };
}

function trainedFlow(
  exact: SpinFermionModel,
  base: LinearBase | undefined,
  { rounds, choice, budget, seed }: FlowTask,
): { readonly flow: Flow; readonly exactEvaluations: number } {
  const { lattice } = exact.parameters;
  const layers = Math.round(rounds * layersOfRound(lattice, choice.colours, base === undefined));
  const whole = { ...choice, layers };
  if (layers === 0) return { flow: createFlow(lattice, whole, base?.density), exactEvaluations: 0 };
  return trainFlow({ exact, choice: whole, budget, seed, ...(base ? { base } : {}) });
}

/** Milliseconds of exact weights that are enough for their time, since processor time has ticks. */
const LONG_ENOUGH = 100;

function timeOf(exact: SpinFermionModel): number {
  const spins = randomDirections(philoxStream(1, 0), exact.parameters.lattice.siteCount);
  const began = cpuMilliseconds();
  let [count, milliseconds] = [0, 0];
  while (milliseconds < LONG_ENOUGH) {
    exact.logWeight(spins);
    count++;
    milliseconds = cpuMilliseconds() - began;
  }
  return milliseconds / count;
}

/** Proposals with weights. Those from uniform spins are independent; those of an inner chain are worth N/2τ. */
function weighted(exact: SpinFermionModel, kernel: ReversibleKernel, { base, samples, seed }: FlowTask) {
  const sampler = reweightingSampler(exact, kernel);
  const made = proposing(exact, sampler, samples, philoxStream(seed, PROPOSALS));
  const { order, logImportance, milliseconds } = made;
  const quality = weightQuality(logImportance);
  const { share, dominated } = quality;
  const effective = base === 'uniform' ? share : overTwoTau(share, weightedMean([order], [logImportance]));
  return { quality, weighted: { effective: dominated ? null : effective, milliseconds } };
}

function overTwoTau({ value, error }: Combined, { tau, tauError }: { tau: number; tauError: number }): Combined {
  const effective = value / (2 * tau);
  return { value: effective, error: effective * Math.hypot(error / value, tauError / tau) };
}

/** Fewer accepted proposals tell nothing about τ. */
const FEWEST_ACCEPTED = 100;

function decided(exact: SpinFermionModel, kernel: ReversibleKernel, { samples, seed }: FlowTask) {
  const sampler = selfLearningSampler(exact, kernel);
  const made = proposing(exact, sampler, samples, philoxStream(seed, DECISIONS));
  const { accepted, order, milliseconds } = made;
  return {
    acceptance: accepted / order.length,
    effective: accepted < FEWEST_ACCEPTED ? null : byTau(order),
    milliseconds,
  };
}

function byTau(order: Float64Array): Combined | null {
  const analysis = gammaAnalysis([order]);
  return analysis.truncated ? null : overTwoTau({ value: 1, error: 0 }, analysis);
}
