/** A learned transformer on new data with its blocks as they are: the readout alone, in closed form. */
import type { EffectiveModel } from '../../effective/model.ts';
import { isSplit } from '../../effective/with-classical.ts';
import { InputError } from '../../errors.ts';
import type { DataSet } from './data-set.ts';
import { type FitOptions, fitModel } from './fit.ts';
import type { FitResult } from './fit-result.ts';
import { withoutClassical } from './without-classical.ts';

/** "E0", "J_1", "output 0 J_0". */
const READOUT = /^(E0|(output \d+ )?J_\d+)$/;

/**
 * The minimum of the loss over E_0 and the couplings J_s of a transformer, W_Q, W_K and W_V fixed: the energy is linear in them. A few
 * configurations are enough, on another lattice than the one it was trained on too.
 *
 * Throws InputError for kinds whose energy has parts that no J multiplies.
 */
export function fitReadout(model: EffectiveModel, data: DataSet, options: FitOptions): FitResult {
  if (isSplit(model)) return fitReadout(model.electrons, withoutClassical(data, model.classical), options);
  const readout = readoutOf(model);
  const result = fitModel(readout, data, options);
  readout.write();
  return result;
}

/** The model as one that is linear in its parameters, which are E_0 and J_s alone. */
function readoutOf(model: EffectiveModel): EffectiveModel & { write(): void } {
  if (model.kind !== 'transformer' && model.kind !== 'linear') {
    throw new InputError(
      `kind: expected a transformer to refit the readout of, found ${model.kind}\n  did you mean "transformer"?`,
    );
  }
  const places = [...model.parameterNames.keys()].filter((k) => READOUT.test(model.parameterNames[k]));
  const parameters = Float64Array.from(places, (k) => model.parameters[k]);
  const gradientOfAll = new Float64Array(model.parameters.length);
  const write = () => {
    for (const [index, k] of places.entries()) model.parameters[k] = parameters[index];
  };
  const written = () => {
    write();
    return model;
  };
  return {
    kind: 'linear',
    lattice: model.lattice,
    cost: model.cost,
    parameters,
    write,
    parameterNames: places.map((k) => model.parameterNames[k]),
    describe: () => model.describe(),
    energy: (spins) => written().energy(spins),
    energyAndForce: (spins, force) => written().energyAndForce(spins, force),
    energyAndGradient(spins, gradient) {
      const energy = written().energyAndGradient(spins, gradientOfAll);
      for (const [index, k] of places.entries()) gradient[index] = gradientOfAll[k];
      return energy;
    },
  };
}
