/** How the operations of log W grow, counted on the lattices whose times are fitted. */
import { fitExponent } from '../../src/bench/growth/exponent.ts';
import { LATTICES } from '../../src/bench/growth/growth.ts';
import { createModel } from '../../src/exact/create.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec } from '../../src/spec/spec.ts';

export interface CountedExponents {
  readonly square: number;
  readonly cubic: number;
}

export const countedExponents = (): CountedExponents => ({ square: counted('square'), cubic: counted('cubic') });

function counted(kind: keyof CountedExponents): number {
  const costs = LATTICES.filter((lattice) => lattice.kind === kind).map((lattice) => {
    const model = createModel(modelParameters(resolveSpec({ lattice, model: { temperature: 0.05 } })));
    // The cost of a model is its operations, in units of about a nanosecond.
    return { sites: model.parameters.lattice.siteCount, milliseconds: model.cost };
  });
  return fitExponent(costs)?.exponent ?? Number.NaN;
}
