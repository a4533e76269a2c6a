/** Points of a study that are realisations of disorder. */
import { completeDisorder } from '../../lattice/disorder/disorder.ts';
import type { Study } from '../study.ts';

/** The key that numbers them. */
export const REALISATION = 'disorder.seed';

/** A line on a study of realisations in which nothing is disordered; nothing where there is something. */
export function idleSeeds({ keys, points }: Pick<Study, 'keys' | 'points'>): string {
  if (!keys.includes(REALISATION) || points.some(({ spec }) => completeDisorder(spec.disorder))) return '';
  return `sweep.${REALISATION}: expected disorder, found none: all realisations are the same model, with random numbers of their own\n  set one of disorder.vacancies, missing_spins, potential, hopping, coupling, or sweep sampling.seed\n`;
}
