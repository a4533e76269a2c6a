/** Rotations and reflections of all spins at once that leave the energy of the spins as it is. */
import { isIsotropic } from '../classical/parameters.ts';
import type { ClassicalParameters } from '../classical/term.ts';
import type { ClassicalSymmetry } from './classical-symmetry.ts';

/** An orthogonal 3 × 3 matrix by rows. */
export interface SpinOperation {
  /** The nine elements, row by row. */
  readonly matrix: readonly number[];
  /** Determinant −1: an inversion, a reflection, … */
  readonly improper: boolean;
}

/**
 * The elements that keep the field h among the 48 that permute the axes and change their directions, which are exact in floating point. Where none of
 * those is improper, a reflection in a plane that contains h is added: with any rotation about h and this reflection every odd average about h vanishes. Of all these those
 * remain that keep the anisotropies too; the identity always does, an improper one may be lacking.
 */
export function spinOperations(parameters: ClassicalParameters, symmetry: ClassicalSymmetry): SpinOperation[] {
  const { field } = parameters;
  const kept = signedPermutations().filter(({ matrix }) => keeps(matrix, field));
  const all = kept.some(({ improper }) => improper) ? kept : [...kept, reflectionAlong(field)];
  return isIsotropic(parameters) ? all : all.filter(({ matrix }) => symmetry.keepsSpins(matrix));
}

const PERMUTATIONS = [
  { order: [0, 1, 2], parity: 1 },
  { order: [1, 2, 0], parity: 1 },
  { order: [2, 0, 1], parity: 1 },
  { order: [0, 2, 1], parity: -1 },
  { order: [2, 1, 0], parity: -1 },
  { order: [1, 0, 2], parity: -1 },
] as const;

/** All 48 signed permutations of the axes, the identity first. */
function signedPermutations(): SpinOperation[] {
  return PERMUTATIONS.flatMap(({ order, parity }) =>
    Array.from({ length: 8 }, (_, bits): SpinOperation => {
      const signs = [0, 1, 2].map((c) => ((bits >> c) & 1 ? -1 : 1));
      const matrix = order.flatMap((column, row) => [0, 1, 2].map((c) => (c === column ? signs[row] : 0)));
      return { matrix, improper: parity * signs[0] * signs[1] * signs[2] < 0 };
    }),
  );
}

function keeps(matrix: readonly number[], field: readonly number[]): boolean {
  return field.every((value, row) => value === image(matrix, field, row));
}

const image = (matrix: readonly number[], vector: readonly number[], row: number): number =>
  matrix[3 * row] * vector[0] + matrix[3 * row + 1] * vector[1] + matrix[3 * row + 2] * vector[2];

/** 1 − 2 n nᵀ with n perpendicular to a field whose components are all different and not 0. */
function reflectionAlong([x, y]: readonly number[]): SpinOperation {
  const length = Math.sqrt(x * x + y * y);
  const n = [-y / length, x / length, 0];
  const matrix = n.flatMap((a, row) => n.map((b, column) => Number(row === column) - 2 * a * b));
  return { matrix, improper: true };
}
