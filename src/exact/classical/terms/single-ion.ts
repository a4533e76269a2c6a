import { projector, scaled } from '../matrix.ts';
import type { ClassicalTerm } from '../term.ts';

/** Single-ion anisotropy −A Σ_i (S_i·n)²; A > 0 makes n an easy axis. */
export const singleIonTerm: ClassicalTerm = {
  key: 'singleIon',
  site: ({ singleIon, axis }) => scaled(-singleIon, projector(axis)),
};
