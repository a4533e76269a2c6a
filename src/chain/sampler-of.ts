/** The sampler that a spec names. */
import type { SpinFermionModel } from '../exact/model.ts';
import type { Sampler } from '../sampling/interfaces/sampler.ts';
import { hmcSampler } from '../sampling/samplers/hmc.ts';
import { learnedSampler, type Proposals } from '../sampling/samplers/learned-sampler.ts';
import { methodNamed } from '../sampling/samplers/methods.ts';
import { relaxedSampler } from '../sampling/samplers/relaxed.ts';
import type { Spec } from '../spec/spec.ts';

/** Trajectories of the exact weight with which chains of learned models begin, at most. */
const RELAXATION = 100;

/** The same for a warm-up: at most half of it. */
const relaxationSteps = (warmUp: number): number => Math.min(RELAXATION, Math.floor(warmUp / 2));

/** A sampler of its own for every chain. `proposals`: the learned models, for the methods that have any. Where every step begins anew there is nothing to relax. */
export function createSampler({ sampling }: Spec, model: SpinFermionModel, proposals?: Proposals): Sampler {
  const { method, warmUp } = sampling;
  const chosen = methodNamed(method);
  if (!chosen.learns) return chosen.create(model);
  if (!proposals) throw new Error(`${method} needs a learned model`);
  const sampler = learnedSampler(chosen, model, proposals);
  return chosen.independent ? sampler : relaxedSampler(hmcSampler(model), sampler, relaxationSteps(warmUp));
}
