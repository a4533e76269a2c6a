/** The operations of an infinite lattice, from those that generate its space group. */
import { apply, multiply, plus } from './integer.ts';
import type { InfiniteLattice, IntegerMatrix } from './kinds/infinite-lattice.ts';

/** An operation of the space group, see `Operation`. */
export interface SpaceGroupOperation {
  readonly matrix: IntegerMatrix;
  /** Components from 0 to scale − 1. */
  readonly shift: readonly number[];
}

/** All operations up to translations by primitive vectors, the identity first, then in order of discovery. */
export function spaceGroupOperations({ dimension, generators, scale }: InfiniteLattice): SpaceGroupOperation[] {
  const directions = Array.from({ length: dimension }, (_, i) => i);
  const identity = {
    matrix: directions.map((i) => directions.map((j) => Number(i === j))),
    shift: directions.map(() => 0),
  };
  const operations: SpaceGroupOperation[] = [identity];
  const known = new Set([keyOf(identity)]);
  for (const operation of operations) {
    for (const { matrix, shift = identity.shift } of generators) {
      const moved = plus(apply(matrix, operation.shift), shift);
      const product = {
        matrix: multiply(matrix, operation.matrix),
        shift: moved.map((n) => n - scale * Math.floor(n / scale)),
      };
      if (known.has(keyOf(product))) continue;
      known.add(keyOf(product));
      operations.push(product);
    }
  }
  return operations;
}

const keyOf = ({ matrix, shift }: SpaceGroupOperation): string => `${matrix}+${shift}`;
