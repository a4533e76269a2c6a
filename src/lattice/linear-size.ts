/** The size of a lattice in one number. */
import { exp, log } from '../numeric/elementary.ts';
import { determinant } from './integer.ts';

/** Unit cells per direction, or supercell vectors by rows. */
type Size = readonly number[] | readonly (readonly number[])[];

/** The number of unit cells. */
export function cellCount(size: Size): number {
  return Array.isArray(size[0])
    ? Math.abs(determinant(size as readonly (readonly number[])[]))
    : (size as readonly number[]).reduce((product, length) => product * length, 1);
}

/** L, the number of unit cells to the power 1/d: what finite-size scaling compares. It is the length itself where all are equal, √10 on the √10 × √10 cluster. */
export function linearSize(size: Size): number {
  if (size.every((length) => length === size[0])) return size[0] as number;
  const lengths = Array.isArray(size[0]) ? [cellCount(size)] : (size as readonly number[]);
  return exp(lengths.reduce((sum, length) => sum + log(length), 0) / size.length);
}
