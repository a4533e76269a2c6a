/** A learned energy of the electrons with the energy of the spins themselves, which is known, added exactly. */
import type { ClassicalEnergy } from '../exact/classical/classical-energy.ts';
import { classicalEnergy } from '../exact/classical/energy.ts';
import { addLocalField, localQuadratic } from '../exact/classical/local-form.ts';
import type { LocalForms } from '../exact/classical/local-forms.ts';
import { termsOf } from '../exact/classical/parameters.ts';
import type { ClassicalParameters } from '../exact/classical/term.ts';
import type { LinearModel } from './linear.ts';
import type { EffectiveModel } from './model.ts';

/** E_eff = E_electrons + E_cl, of which the first term alone is learned. */
export interface SplitModel extends EffectiveModel {
  /** The learned term; it shares the parameters. */
  readonly electrons: EffectiveModel;
  readonly classical: ClassicalEnergy;
}

export const isSplit = (model: EffectiveModel): model is SplitModel => 'electrons' in model;

/** What a heat bath needs to know of the classical term, besides the field: see LocalFieldModel. */
interface SplitField {
  field(spins: Float64Array, site: number, out: Float64Array): void;
  readonly forms: LocalForms;
  quadratic?(spins: Float64Array, site: number, out: Float64Array): void;
}

/** The model with E_cl added; as it is where the spins have no energy of their own. */
export function withClassical(electrons: EffectiveModel, parameters: ClassicalParameters): EffectiveModel {
  if (termsOf(parameters).length === 0) return electrons;
  const classical = classicalEnergy(parameters);
  const { termForces: _, ...learned } = electrons;
  const split: SplitModel = {
    ...learned,
    electrons,
    classical,
    energy: (spins) => electrons.energy(spins) + classical.energy(spins),
    energyAndForce(spins, force) {
      const energy = electrons.energyAndForce(spins, force);
      classical.addForce(spins, force);
      return energy + classical.energy(spins);
    },
    energyAndGradient: (spins, gradient) => electrons.energyAndGradient(spins, gradient) + classical.energy(spins),
  };
  return 'field' in electrons ? Object.assign(split, splitField(electrons as LinearModel, classical)) : split;
}

/** The local field of a linear model, and the part that is quadratic in a spin where there is one. */
function splitField({ field }: LinearModel, { forms }: ClassicalEnergy): SplitField {
  return {
    forms,
    field(spins, site, out) {
      field(spins, site, out);
      addLocalField(forms, spins, site, out);
    },
    ...(forms.isQuadratic && { quadratic: (spins, site, out) => localQuadratic(forms, spins, site, out) }),
  };
}
