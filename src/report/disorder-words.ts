/** Disorder in words. */
import type { Lattice } from '../lattice/lattice.ts';
import { count } from '../words/count.ts';

/** What a realisation is: `3 vacancies, 4 sites without a spin, potential ±0.25 (box), realisation 3`; nothing without disorder. */
export function disorderWords({ realisation, siteCount }: Lattice): string[] {
  if (!realisation) return [];
  const { disorder, presentCount, spinCount } = realisation;
  const { vacancies, missingSpins, potential, potentialKind, hopping, coupling, seed } = disorder;
  return [
    ...(vacancies > 0 ? [count(siteCount - presentCount, 'vacancy', 'vacancies')] : []),
    ...(missingSpins > 0 ? [`${count(presentCount - spinCount, 'site')} without a spin`] : []),
    ...(potential > 0 ? [`potential ${within(potential)} (${potentialKind})`] : []),
    ...(hopping > 0 ? [`hopping ${within(hopping)}`] : []),
    ...(coupling > 0 ? [`coupling ${within(coupling)}`] : []),
    `realisation ${seed}`,
  ];
}

const within = (width: number): string => `±${width / 2}`;
