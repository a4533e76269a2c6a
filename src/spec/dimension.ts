import { kinds } from '../lattice/kinds/index.ts';
import { find, type Writing } from './writing.ts';

/** Number of directions of the lattice that a writing is about; that of the square lattice where its kind is not clear. */
export function dimensionOf(writing: Writing): number {
  const kind = find(writing, ['lattice', 'kind'])?.value;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds].dimension : 2;
}
