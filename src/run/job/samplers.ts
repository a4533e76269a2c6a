/** The sampler that a spec names. */
import type { EffectiveModel } from '../../effective/model.ts';
import { InputError } from '../../errors.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { hmcSampler } from '../../sampling/hmc.ts';
import { localSampler } from '../../sampling/local.ts';
import { reweightingSampler } from '../../sampling/reweighting.ts';
import type { Sampler } from '../../sampling/sampler.ts';
import { selfLearningSampler } from '../../sampling/self-learning.ts';
import type { Spec } from '../spec/spec.ts';
import { innerChain } from './inner-chain.ts';

type Method = Spec['sampling']['method'];

/** Throws InputError for a method that is not there yet. */
export function checkMethod(method: Method): void {
  if (method !== 'delayed-acceptance') return;
  throw new InputError(
    `sampling.method: expected "self-learning", "reweighting", "hmc" or "local", found "${method}", which takes two learned models\n` +
      '  runs know one so far; the library has delayedAcceptanceSampler',
  );
}

/** A sampler of its own for every chain. `effective`: for the methods that need one. */
export function createSampler(method: Method, model: SpinFermionModel, effective?: EffectiveModel): Sampler {
  if (method === 'local') return localSampler(model);
  if (method === 'hmc') return hmcSampler(model);
  if (!effective) throw new Error(`${method} needs a learned model`);
  const kernel = innerChain(effective, model.parameters.temperature, 'short');
  return method === 'reweighting' ? reweightingSampler(model, kernel) : selfLearningSampler(model, kernel);
}
