/** The sampler that a spec names. */
import { InputError } from '../../errors.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { hmcSampler } from '../../sampling/hmc.ts';
import { localSampler } from '../../sampling/local.ts';
import type { Sampler } from '../../sampling/sampler.ts';
import type { Spec } from '../spec/spec.ts';

/** A sampler of its own for every chain. Throws InputError for methods that need a learned model. */
export function createSampler({ sampling }: Spec, model: SpinFermionModel): Sampler {
  switch (sampling.method) {
    case 'local':
      return localSampler(model);
    case 'hmc':
      return hmcSampler(model);
    default:
      throw new InputError(
        `sampling.method: expected "local" or "hmc", found "${sampling.method}"\n  learned models come with a later version`,
      );
  }
}
