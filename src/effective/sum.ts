/** Sums of models: E = E_0 + Σ_m (E_m − E_0,m), for example nodal + transformer. */
import type { RandomStream } from '../numeric/philox.ts';
import type { EffectiveModel } from './model.ts';

/** A term, and where in θ its parameters from the second on stand. */
interface Term {
  readonly model: EffectiveModel;
  readonly at: number;
  readonly gradient: Float64Array;
}

export interface SumOfModels extends EffectiveModel {
  readonly terms: readonly Term[];
}

export const isSum = (model: EffectiveModel): model is SumOfModels => 'terms' in model;

/**
 * The sum of at least one model, all on the same lattice. Parameters: E_0, then those of each model without its constant, which is held at zero.
 * The sum owns its terms: their parameters follow those of the sum.
 */
export function sumOfModels(models: readonly EffectiveModel[]): SumOfModels {
  const { lattice } = models[0];
  const terms = termsOf(models);
  const parameters = concatenate(models);
  const partial = new Float64Array(3 * lattice.siteCount);
  const total = (energy: (term: Term) => number) =>
    terms.reduce((sum, term) => {
      const { at, model } = term;
      model.parameters.set(parameters.subarray(at, at + model.parameters.length - 1), 1);
      return sum + energy(term);
    }, parameters[0]);
  return {
    kind: models.map(({ kind }) => kind).join(' + '),
    lattice,
    terms,
    parameters,
    parameterNames: ['E0', ...termNames(models)],
    cost: models.reduce((sum, { cost }) => sum + cost, 0),
    describe: () => models.flatMap((model) => model.describe()),
    ...(models.some(({ draw }) => draw) ? { draw: drawTerms(terms, parameters) } : {}),
    energy: (spins) => total(({ model }) => model.energy(spins)),
    energyAndForce(spins, force) {
      force.fill(0, 0, partial.length);
      return total(({ model }) => {
        const energy = model.energyAndForce(spins, partial);
        for (let c = 0; c < partial.length; c++) force[c] += partial[c];
        return energy;
      });
    },
    energyAndGradient(spins, gradient) {
      gradient[0] = 1;
      return total(({ model, at, gradient: own }) => {
        const energy = model.energyAndGradient(spins, own);
        gradient.set(own.subarray(1), at);
        return energy;
      });
    },
  };
}

/** The parameters of the models as those of their sum; the constants are added up and taken out of the models. */
function concatenate(models: readonly EffectiveModel[]): Float64Array {
  const constant = models.reduce((sum, { parameters }) => sum + parameters[0], 0);
  for (const { parameters } of models) parameters[0] = 0;
  return Float64Array.from([constant, ...models.flatMap(({ parameters }) => [...parameters.subarray(1)])]);
}

function drawTerms(terms: readonly Term[], parameters: Float64Array): (random: RandomStream) => void {
  return (random) => {
    for (const { model, at } of terms) {
      model.draw?.(random);
      if (model.draw) parameters.set(model.parameters.subarray(1), at);
    }
  };
}

function termsOf(models: readonly EffectiveModel[]): Term[] {
  let at = 1;
  return models.map((model) => {
    const term = { model, at, gradient: new Float64Array(model.parameters.length) };
    at += model.parameters.length - 1;
    return term;
  });
}

/** "nodal w_0", "transformer J_1", …; with a number where a kind comes again. */
function termNames(models: readonly EffectiveModel[]): string[] {
  return models.flatMap(({ kind, parameterNames }, m) => {
    const before = models.slice(0, m).filter((other) => other.kind === kind).length;
    const prefix = before === 0 ? kind : `${kind} ${before + 1}`;
    return parameterNames.slice(1).map((name) => `${prefix} ${name}`);
  });
}
