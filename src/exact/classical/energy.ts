/** The energy of the spins themselves, E_cl(S): docs/method.md has the terms. */
import { anisotropicEnergy } from './anisotropic.ts';
import type { ClassicalEnergy } from './classical-energy.ts';
import { isotropicEnergy } from './isotropic.ts';
import { localForms } from './local-forms.ts';
import { isIsotropic } from './parameters.ts';
import type { ClassicalParameters } from './term.ts';

/** Exchange alone is a number a bond, everything else a matrix: the former takes a third of the time. Throws InputError for parameters that mean nothing. */
export function classicalEnergy(parameters: ClassicalParameters): ClassicalEnergy {
  return isIsotropic(parameters) ? isotropicEnergy(parameters) : anisotropicEnergy(localForms(parameters));
}
