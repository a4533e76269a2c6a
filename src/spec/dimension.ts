import { kinds } from '../lattice/kinds/index.ts';
import { OWN } from '../lattice/own/faults.ts';
import { spell } from './spelling.ts';
import { find, type Writing } from './writing.ts';

/** Number of directions of the lattice that a writing is about; that of the square lattice where its kind is not clear. */
export function dimensionOf(writing: Writing): number {
  const kind = find(writing, ['lattice', 'kind'])?.value;
  if (kind === OWN) return vectorsOf(writing) ?? 2;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds].dimension : 2;
}

/** The number of primitive vectors of a lattice of your own. */
function vectorsOf(writing: Writing): number | undefined {
  const vectors = find(writing, ['lattice', spell('primitiveVectors', writing.spelling)])?.value;
  return Array.isArray(vectors) ? vectors.length : undefined;
}
