import type { SpinFermionModel } from '../../exact/model.ts';
import type { ChainState } from './sampler.ts';

/** A chain that starts at a copy of `spins` and follows W. */
export function startAt(model: SpinFermionModel, spins: Float64Array): ChainState {
  return { spins: spins.slice(), logWeight: model.logWeight(spins), logImportance: 0 };
}

export function sameSpins(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
