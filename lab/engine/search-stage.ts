/** A stage of the search for a chemical potential, as the page shows it. */
import type { FillingStage } from '../../src/spec.ts';

export interface SearchStage {
  readonly chemicalPotential: number;
  /** Electrons per site there, and the error. */
  readonly density: number;
  readonly error: number;
}

export const searchStageOf = ({ chemicalPotential, density, error }: FillingStage): SearchStage => ({
  chemicalPotential,
  density,
  error,
});
