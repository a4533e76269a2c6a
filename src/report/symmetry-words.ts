/** Which symmetries a model has, in words. */
import type { SymmetryDescription } from '../exact/symmetry/description.ts';

/** Symmetries in words: `rotations and inversion of all spins, 64 translations, 12 operations of the point group` */
export function symmetryWords(symmetries: SymmetryDescription): string {
  const translations = symmetries.translations.reduce((product, count) => product * count, 1);
  const parts = [spinWords(symmetries), ...counted(translations, 'translation'), ...pointGroupWords(symmetries)];
  return parts.filter(Boolean).join(', ') || 'none';
}

/** The symmetries that a run uses, in words; null where the spec does not want any. */
export const usedSymmetryWords = (symmetries: SymmetryDescription | null): string =>
  symmetries ? symmetryWords(symmetries) : 'none: sampling.symmetry_moves is false';

/** What the spins may undergo while the sites stay; 24 rotations of the cube are all, where neither field nor anisotropies are in their way. */
function spinWords({ spins, sites }: SymmetryDescription): string {
  const field = spins.proper < 24;
  const turns = sites.some((site) => site.improper && isIdentity(site));
  const operations = [
    ...(spins.proper > 1 ? ['rotations'] : []),
    ...(turns ? [field ? 'reflections' : 'inversion'] : []),
  ];
  return operations.length === 0
    ? ''
    : `${operations.join(' and ')} of all spins${field ? ' that keep their energy' : ''}`;
}

/** Those that need an inversion of the spins are no symmetries of the lattice alone. */
function pointGroupWords({ sites, spins }: SymmetryDescription): string[] {
  const plain = new Set(sites.flatMap(({ name, improper }) => (improper ? [] : [name])));
  const others = sites.filter(({ name }) => !plain.has(name));
  const inversion = spins.proper < 24 ? 'a reflection' : 'an inversion';
  return [
    ...counted(plain.size, 'operation', 's of the point group'),
    ...(others.length > 0 ? [`${others.length} more together with ${inversion} of all spins`] : []),
  ];
}

const counted = (count: number, noun: string, ending = 's'): string[] =>
  count > 1 ? [`${count} ${noun}${ending}`] : [];

/** Whether an operation is the identity, "x,y" or the like. */
const isIdentity = ({ name }: { readonly name: string }): boolean => ['x', 'x,y', 'x,y,z'].includes(name);
