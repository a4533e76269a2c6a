/** Observables as what `runChain` records. */
import type { SpinFermionModel } from '../exact/model.ts';
import type { ChainState } from '../sampling/samplers/sampler.ts';
import type { Observable } from './observable.ts';

/**
 * The `measure` of a chain: the values of plain functions of the spins and of the averages over the electrons in them. These may be your own or the
 * `evaluate` of observables.
 */
export function measuring(
  model: SpinFermionModel,
  functions: readonly Observable['evaluate'][],
): (state: ChainState) => number[] {
  return ({ spins, logWeight }) => {
    const measurement = model.measure(spins, logWeight);
    return functions.map((evaluate) => evaluate(spins, measurement));
  };
}
