/** The Gram matrix of primitive vectors in whole numbers, so that equal lengths are found exactly. */
import { leastCommonMultiple, multiply, plus, transposed } from '../integer.ts';
import type { IntegerMatrix } from '../kinds/infinite-lattice.ts';
import { fractionOf } from './fraction.ts';

type Matrix = readonly (readonly number[])[];

/** Dot products of vectors. */
export const dotProducts = (vectors: Matrix): number[][] =>
  vectors.map((a) => vectors.map((b) => a.reduce((sum, value, c) => sum + value * b[c], 0)));

/** Largest common denominator with which the matrix is exact. */
const LARGEST = 1000;
/** Parts of the longest squared length otherwise; shells that differ by less in length may come in another order, but are told apart. */
const PARTS = 65536;

/**
 * A multiple of the Gram matrix. It is exact where the ratios of its elements are fractions, as on most lattices of textbooks. Otherwise it is rounded, then
 * averaged over the matrices of the point group, so that they keep it exactly.
 */
export function integerGram(gram: Matrix, pointGroup: readonly IntegerMatrix[]): number[][] {
  const ratios = gram.map((row) => row.map((value) => fractionOf(value / gram[0][0])));
  const factor = ratios.flat().reduce((all, ratio) => leastCommonMultiple(all, ratio?.denominator ?? LARGEST + 1), 1);
  if (factor <= LARGEST) {
    return ratios.map((row) =>
      row.map((ratio) => (ratio ? (ratio.numerator * factor) / ratio.denominator : Number.NaN)),
    );
  }
  const longest = Math.max(...gram.flat());
  const rounded = gram.map((row) => row.map((value) => Math.round((PARTS * value) / longest) + 0));
  const images = pointGroup.map((matrix) => multiply(multiply(transposed(matrix), rounded), matrix));
  return images.reduce((sum, image) => sum.map((row, i) => plus(row, image[i])));
}
