import { kinds } from '../lattice/kinds/index.ts';
import { find, type Writing } from './writing.ts';

/** Directions of the lattice that somebody writes about, as far as its kind can be told: those of the square lattice otherwise. */
export function dimensionOf(writing: Writing): number {
  const kind = find(writing, ['lattice', 'kind'])?.value;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds].dimension : 2;
}
