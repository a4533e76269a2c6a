/** The linear size of a lattice. */
import { exp, log } from '../numeric/elementary.ts';

/** L, the geometric mean of the unit cells per direction: what finite-size scaling compares. It is the length itself where all are equal. */
export function linearSize(size: readonly number[]): number {
  if (size.every((length) => length === size[0])) return size[0];
  return exp(size.reduce((sum, length) => sum + log(length), 0) / size.length);
}
