/** What the energy of the spins themselves can be asked for. */
import type { LocalForms } from './local-forms.ts';

/** E_cl(S), whatever its terms. */
export interface ClassicalEnergy {
  /** E_cl(S), total. */
  energy(spins: Float64Array): number;
  /** Adds the classical force: force[i] += −∂E_cl/∂S_i. */
  addForce(spins: Float64Array, force: Float64Array): void;
  /** E_cl(S') − E_cl(S) when spin `site` becomes the unit vector (x, y, z). */
  change(spins: Float64Array, site: number, x: number, y: number, z: number): number;
  /** The energy as every single spin sees it. */
  readonly forms: LocalForms;
}
