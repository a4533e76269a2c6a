/** The sampler that a spec names. */
import type { SpinFermionModel } from '../exact/model.ts';
import type { Flow } from '../flow/flow.ts';
import { flowKernel } from '../sampling/inner/flow-kernel.ts';
import type { Sampler } from '../sampling/interfaces/sampler.ts';
import { hmcSampler } from '../sampling/samplers/hmc.ts';
import { asItIs, learnedSampler, type Proposals } from '../sampling/samplers/learned-sampler.ts';
import type { FlowMethod, MethodThatLearns } from '../sampling/samplers/methods.ts';
import { relaxedSampler } from '../sampling/samplers/relaxed.ts';
import { methodOf } from '../spec/learns.ts';
import type { Spec } from '../spec/spec.ts';

/** Trajectories of the exact weight with which chains of learned models begin, at most. */
const RELAXATION = 100;

/** The same for a warm-up: at most half of it. */
const relaxationSteps = (warmUp: number): number => Math.min(RELAXATION, Math.floor(warmUp / 2));

/** What a sampler proposes with, for the methods that need it. */
interface Means {
  /** The learned models. */
  readonly proposals?: Proposals | undefined;
  readonly flow?: Flow | undefined;
  /** Put around what proposes, to watch it. */
  readonly around?: Proposals['around'];
}

/** A sampler of its own for every chain. Where every step begins anew there is nothing to relax. */
export function createSampler(spec: Spec, model: SpinFermionModel, means: Means = {}): Sampler {
  const chosen = methodOf(spec);
  if (!chosen.learns && !chosen.flows) return chosen.create(model);
  const sampler = chosen.flows ? flowingSampler(chosen, model, means) : proposingSampler(chosen, model, means);
  return chosen.independent
    ? sampler
    : relaxedSampler(hmcSampler(model), sampler, relaxationSteps(spec.sampling.warmUp));
}

function flowingSampler(
  { name, create }: FlowMethod,
  model: SpinFermionModel,
  { flow, around = asItIs }: Means,
): Sampler {
  if (!flow) throw new Error(`${name} needs a flow`);
  return create(model, around(flowKernel(flow)));
}

function proposingSampler(
  method: MethodThatLearns,
  model: SpinFermionModel,
  { proposals, flow, around = asItIs }: Means,
) {
  if (!proposals) throw new Error(`${method.name} needs a learned model`);
  return learnedSampler(method, model, { ...proposals, flow, around });
}
