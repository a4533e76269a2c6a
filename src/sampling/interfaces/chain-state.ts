import type { SpinFermionModel } from '../../exact/model.ts';
import type { ChainState } from './sampler.ts';

/** A chain that starts at a copy of `spins` and follows W. */
export function startAt(model: SpinFermionModel, spins: Float64Array): ChainState {
  return { spins: spins.slice(), logWeight: model.logWeight(spins), logImportance: 0 };
}
