/** Observables as what `runChain` records. */
import { InputError } from '../errors.ts';
import type { SpinFermionModel } from '../exact/model.ts';
import type { ChainState } from '../sampling/interfaces/sampler.ts';
import type { Values } from '../sampling/samplers/run-chain.ts';
import { evaluateAll } from './family.ts';
import type { Observable } from './observable.ts';

/** What measuring needs of an observable: a name, and a function of the spins and of the averages over the electrons in them. */
export interface Measured<Name extends string = string> extends Pick<Observable, 'evaluate' | 'member'> {
  readonly name: Name;
}

/**
 * The `measure` of a chain: the values of observables by name, those of the library or your own. The averages over the electrons (`model.measure`, about five
 * log weights) are computed once a configuration, for all observables together. Throws InputError where two have the same name.
 */
export function measuring<Name extends string>(
  model: SpinFermionModel,
  observables: readonly Measured<Name>[],
): (state: ChainState) => Values<Name> {
  requireDifferentNames(observables);
  const evaluate = evaluateAll(observables);
  const row = new Float64Array(observables.length);
  return ({ spins, logWeight }) => {
    evaluate(spins, model.measure(spins, logWeight), row);
    return Object.fromEntries(observables.map(({ name }, column) => [name, row[column]])) as Values<Name>;
  };
}

function requireDifferentNames(observables: readonly Measured[]): void {
  const names = observables.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new InputError(`observables: expected different names, found "${twice}" twice`);
}
