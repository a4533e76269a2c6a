/** The space group of an infinite lattice, found by search. */
import { apply, box, determinant, type IntegerVector, minus, opposite, plus, transposed, without } from '../integer.ts';
import type { IntegerMatrix, Operation } from '../kinds/infinite-lattice.ts';

type Matrix = readonly (readonly number[])[];

/** Difference of dot products, relative to the longest squared length, that rounding of decimals may make. */
const TOLERANCE = 1e-9;

/** All integer matrices M with MᵀGM = G, G the Gram matrix: where each primitive vector goes is one of the vectors of its length. */
export function isometries(gram: Matrix): IntegerMatrix[] {
  const rounding = TOLERANCE * Math.max(...gram.flat());
  const isEqual = (a: number, b: number) => Math.abs(a - b) <= rounding;
  const product = (a: IntegerVector, b: IntegerVector) =>
    gram.reduce((sum, row, i) => sum + a[i] * row.reduce((inner, value, j) => inner + value * b[j], 0), 0);
  const vectors = box(gram.length, reachOf(gram));
  const images = gram.reduce<number[][][]>(
    (all, row, d) =>
      all.flatMap((before) =>
        vectors
          .filter((vector) => isEqual(product(vector, vector), row[d]))
          .filter((vector) => before.every((other, e) => isEqual(product(vector, other), row[e])))
          .map((vector) => [...before, vector]),
      ),
    [[]],
  );
  return images.map(transposed);
}

/** The largest component of a vector that is as long as the longest primitive vector: n_d² ≤ |v|² (G⁻¹)_dd. */
function reachOf(gram: Matrix): number {
  const longest = Math.max(...gram.map((row, d) => row[d]));
  const cofactor = (d: number) => determinant(without(gram, d));
  const squares = gram.map((_, d) => (longest * cofactor(d)) / determinant(gram));
  return Math.floor(Math.sqrt(Math.max(...squares)) + TOLERANCE);
}

/** A hopping that operations have to keep: from a basis site by a difference of points to another one, of strength |t|. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly vector: IntegerVector;
  readonly strength: number;
}

/** The operations about the origin that take sites to sites and links to links, each matrix with all of its shifts. `scale`, `basis`: as of an infinite lattice. */
export function operationsOf(
  matrices: readonly IntegerMatrix[],
  scale: number,
  basis: readonly IntegerVector[],
  links: readonly Link[],
): Required<Operation>[] {
  const modulo = (point: IntegerVector) => point.map((n) => n - scale * Math.floor(n / scale));
  const index = new Map(basis.map((point, b) => [String(modulo(point)), b]));
  return matrices.flatMap((matrix) => {
    const turned = basis.map((point) => apply(matrix, point));
    const shifts = basis.map((point) => modulo(minus(point, turned[0])));
    return shifts.flatMap((shift) => {
      const image = turned.map((point) => index.get(String(modulo(plus(point, shift)))));
      return image.every((b) => b !== undefined) && keepsLinks(links, matrix, image as number[])
        ? [{ matrix, shift }]
        : [];
    });
  });
}

/** Whether the links and their images, each in both directions, are the same list. */
function keepsLinks(links: readonly Link[], matrix: IntegerMatrix, image: readonly number[]): boolean {
  const both = links.flatMap((link) => [link, reversed(link)]);
  const moved = both.map(({ from, to, vector, strength }) => ({
    from: image[from],
    to: image[to],
    vector: apply(matrix, vector),
    strength,
  }));
  return String(both.map(nameOf).sort()) === String(moved.map(nameOf).sort());
}

const reversed = ({ from, to, vector, strength }: Link): Link => ({
  from: to,
  to: from,
  vector: opposite(vector),
  strength,
});

const nameOf = ({ from, to, vector, strength }: Link): string => `${from} ${to} ${vector} ${strength}`;
